import type { Fact, Item } from '../../schemas/kreisbericht.ts'
import { type Amount, amount, cellAmount, isGiven, isShare } from './amount.ts'
import { type Noun, nouns, tidy } from './german.ts'
import type { Notes, Stated } from './notes.ts'
import { scopeOf, scopeWords } from './points.ts'
import type { Block, Sentence, Span } from './report.ts'
import { inOrder, type Timed, timeKey, whenLabel } from './time.ts'

/** How the parts of something are told. */
interface Breakdown {
  /** Above its table. */
  label: string
  noun: Noun
  /** Of several parts: what stands between the time and the list. */
  opening: string
  /** A part in that list; `figure` is put where it stands. */
  entry: (label: string) => readonly [before: string, after: string]
  /** Of one part alone: verb, and what stands around the figure. */
  single: (label: string, told: Amount, share: boolean) => readonly [before: string, after: string]
}

export const breakdowns = {
  reachedBy: {
    label: 'Erreichte Personen nach Gruppen',
    noun: nouns.person,
    opening: 'verteilten sich die erreichten Personen so:',
    entry: (label) => [`auf ${label} `, ''],
    single: (label, { singular }) => [
      `${singular ? 'entfiel' : 'entfielen'} von den erreichten Personen `,
      ` auf ${label}`,
    ],
  },
  consultationKinds: {
    label: 'Beratungen nach ihrer Art',
    noun: nouns.consultation,
    opening: 'verteilten sich die Beratungen so:',
    entry: (label) => ['', ` ${label}`],
    single: (label, { singular }, share) => [
      `${singular ? 'fand' : 'fanden'} `,
      `${share ? ' der Beratungen' : ''} ${label} statt`,
    ],
  },
  topics: {
    label: 'Themen der Beratungen',
    noun: nouns.consultation,
    opening: 'verteilten sich die Beratungen auf diese Themen:',
    entry: (label) => [`${label} (`, ')'],
    single: (label, { singular }, share) => [
      `${singular ? 'betraf' : 'betrafen'} `,
      `${share ? ' der Beratungen' : ''} das Thema ${label}`,
    ],
  },
  housing: {
    label: 'Wie die Zielpersonen wohnen',
    noun: nouns.person,
    opening: 'wohnten die Zielpersonen so:',
    entry: (label) => ['', ` ${label}`],
    single: (label, { singular }, share) => [
      `${singular ? 'wohnte' : 'wohnten'} `,
      `${share ? ' der Zielpersonen' : ''} ${label}`,
    ],
  },
  kommunenByProvider: {
    label: 'Kommunen nach Träger',
    noun: nouns.inKommune,
    opening: 'führten das Integrationsmanagement durch:',
    entry: (label) => ['in ', ` ${label}`],
    single: (label) => ['führte das Integrationsmanagement in ', ` ${label} durch`],
  },
} as const satisfies Record<string, Breakdown>

export type BreakdownName = keyof typeof breakdowns

/** The parts at the newest time of each scope in a sentence, and all times in tables. */
export function breakdownBlocks(
  name: BreakdownName,
  items: readonly Item[] = [],
  { asOf, notes }: { asOf: string; notes: Notes },
): Block[] {
  const breakdown: Breakdown = breakdowns[name]
  const scopes = [...new Set(items.flatMap(({ facts }) => facts.map(scopeOf)))]
  return scopes.flatMap((scope): Block[] => {
    const own = items
      .map(({ label, facts }) => ({ label: tidy(label), facts: facts.filter((fact) => scopeOf(fact) === scope) }))
      .filter(({ facts }) => facts.length > 0)
    const times = [
      ...new Map(own.flatMap(({ facts }) => facts).map((fact) => [timeKey(fact), fact])).values(),
    ].toSorted(inOrder)
    const newest = times.at(-1)
    if (newest === undefined) return []
    const sentence = newestSentence(breakdown, own, newest, { scope, asOf, notes })
    const label = `${breakdown.label}${scopeWords(scope)}`
    return [
      ...(sentence === undefined ? [] : [{ kind: 'sentences' as const, sentences: [sentence] }]),
      ...((own.length < 2 && times.length < 2) || !own.some(({ facts }) => facts.some(isGiven))
        ? []
        : tablesOf(label, own, times, { breakdown, asOf, notes })),
    ]
  })
}

type Parts = readonly { label: string; facts: readonly Fact[] }[]

const at = (facts: readonly Fact[], time: Timed) => facts.find((fact) => timeKey(fact) === timeKey(time))

function newestSentence(
  { noun, opening, entry, single }: Breakdown,
  parts: Parts,
  time: Timed,
  { scope, asOf, notes }: { scope: string; asOf: string; notes: Notes },
): Sentence | undefined {
  const given = parts.flatMap(({ label, facts }) => {
    const fact = at(facts, time)
    return fact !== undefined && isGiven(fact) ? [{ label, fact, told: amount(fact, noun) }] : []
  })
  const when = `${notes.when(time, asOf)}${scopeWords(scope)}`
  const [first] = given
  if (first === undefined) return undefined
  const stated = ({ fact, told }: typeof first): Stated => ({ text: told.text, origin: fact.origin })
  if (given.length === 1) {
    const [before, after] = single(first.label, first.told, isShare(first.fact))
    return notes.sentence(`${when} ${before}`, stated(first), `${after}.`)
  }
  const words = given.flatMap((one, place) => {
    const [before, after] = entry(one.label)
    const joint = place === 0 ? ' ' : place === given.length - 1 ? ' sowie ' : ', '
    return [`${joint}${before}`, stated(one), after]
  })
  return notes.sentence(`${when} ${opening}`, ...words, '.')
}

const columnsAtMost = 4

/** So many times beside each other as a page has room for; the rest in further tables. */
function tablesOf(
  label: string,
  parts: Parts,
  times: readonly Timed[],
  { breakdown, asOf, notes }: { breakdown: Breakdown; asOf: string; notes: Notes },
): Block[] {
  const shown = times.slice(0, columnsAtMost)
  if (shown.length === 0) return []
  const rows = parts.map(({ label: part, facts }): Span[] => [
    { text: part, notes: [] },
    ...shown.map((time) => {
      const fact = at(facts, time)
      return fact === undefined ? { text: '–', notes: [] } : notes.span(cellAmount(fact, breakdown.noun), fact.origin)
    }),
  ])
  notes.begin()
  const head = ['Angabe', ...shown.map((time) => whenLabel(time, asOf))]
  return [
    { kind: 'table', label, head, words: head.map((_, place) => place === 0), rows },
    ...tablesOf(label, parts, times.slice(columnsAtMost), { breakdown, asOf, notes }),
  ]
}
