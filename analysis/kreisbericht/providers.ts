import type { NamedKommune, Provider } from '../../schemas/kreisbericht.ts'
import { capitalised, listed, smallNumber, tidy } from './german.ts'
import type { Notes } from './notes.ts'
import type { Block, Sentence, Span } from './report.ts'

/** Who runs the Integrationsmanagement where; whoever has all others comes last. */
export function providerBlocks(providers: readonly Provider[], kreisWord: string, notes: Notes): Block[] {
  if (providers.length === 0) return []
  const ordered = providers.toSorted(
    (one, other) => Number(one.kommunen === 'others') - Number(other.kommunen === 'others'),
  )
  const isOnly = providers.length === 1
  const sentences = ordered.map((one, place) =>
    providerSentence(one, { kreisWord, isOnly, isFirst: place === 0, notes }),
  )
  const rows = ordered.map((one): Span[] => [
    { text: capitalised(whoOf(one, kreisWord)), notes: [] },
    notes.span(one.kommunen === 'others' ? othersWord(isOnly) : namesOf(one.kommunen), one.origin),
    { text: one.kommunen === 'others' ? '–' : String(one.kommunen.length), notes: [] },
  ])
  return [
    { kind: 'sentences', sentences },
    ...(isOnly
      ? []
      : [
          {
            kind: 'table' as const,
            label: 'Träger',
            head: ['Träger', 'Kommunen', 'Anzahl'],
            words: [true, true, false],
            rows,
          },
        ]),
  ]
}

const othersWord = (isOnly: boolean) => (isOnly ? 'alle Kommunen' : 'alle übrigen Kommunen')

function providerSentence(
  provider: Provider,
  { kreisWord, isOnly, isFirst, notes }: { kreisWord: string; isOnly: boolean; isFirst: boolean; notes: Notes },
): Sentence {
  const { kind, kommunen, origin } = provider
  const others = kommunen === 'others'
  const where = others ? othersWord(isOnly) : groupsOf(kommunen)
  if (kind === 'own') {
    if (others)
      return notes.sentence({ text: `${where} führen das Integrationsmanagement in eigener Verantwortung.`, origin })
    const head = kommunen.length === 1 ? 'eine Kommune führt' : `${smallNumber(kommunen.length)} Kommunen führen`
    return notes.sentence({ text: `${head} das Integrationsmanagement in eigener Verantwortung: ${where}.`, origin })
  }
  if (kind === 'kreis')
    return notes.sentence({
      text: `Für ${where} hat der ${kreisWord} ${isFirst ? 'das Integrationsmanagement' : 'diese Aufgabe'} übernommen.`,
      origin,
    })
  return notes.sentence({
    text: `Für ${where} liegt das Integrationsmanagement bei ${byWhom(kind, provider.name)}.`,
    origin,
  })
}

const byWords = { kommune: 'einer anderen Kommune', verbund: 'einem Verbund', free: 'einem freien Träger' }

function byWhom(kind: keyof typeof byWords, name: string | undefined): string {
  const who = byWords[kind]
  return name === undefined ? who : `${who} (${tidy(name)})`
}

function whoOf({ kind, name }: Provider, kreisWord: string): string {
  if (kind === 'own') return 'eigene Verwaltung'
  if (kind === 'kreis') return kreisWord
  return tidy(name ?? { kommune: 'andere Kommune', verbund: 'Verbund', free: 'freier Träger' }[kind])
}

const namesOf = (kommunen: readonly NamedKommune[]) => listed(kommunen.map(({ name }) => tidy(name)))

const kinds = [
  { kind: 'Stadt', one: 'die Stadt', many: 'die Städte' },
  { kind: 'Gemeinde', one: 'die Gemeinde', many: 'die Gemeinden' },
  { kind: undefined, one: 'die Kommune', many: 'die Kommunen' },
] as const

/** `die Städte Donzdorf und Eislingen sowie die Gemeinde Salach`. */
function groupsOf(kommunen: readonly NamedKommune[]): string {
  const groups = kinds.flatMap(({ kind, one, many }) => {
    const own = kommunen.filter((kommune) => kommune.kind === kind)
    return own.length === 0 ? [] : [`${own.length === 1 ? one : many} ${namesOf(own)}`]
  })
  return listed(groups, 'sowie')
}
