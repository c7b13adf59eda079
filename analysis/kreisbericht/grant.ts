import type { Fact, Figures } from '../../schemas/kreisbericht.ts'
import { amount, figure, isGiven } from './amount.ts'
import { changeOf, changeWords } from './change.ts'
import { nouns } from './german.ts'
import type { Notes } from './notes.ts'
import { before, type Point, pointsOf, scopeWords } from './points.ts'
import type { Block, Sentence } from './report.ts'
import { seriesTable } from './series-table.ts'
import { isExpected } from './time.ts'

/** What the Land grants, and what of it is used. */
export function grantBlocks(
  { grantGranted = [], grantUsed = [] }: Figures,
  { asOf, notes }: { asOf: string; notes: Notes },
): Block[] {
  const points = pointsOf([grantGranted.filter(isGiven), grantUsed.filter(isGiven)])
  const sentences = points.flatMap((point): Sentence[] => [
    ...grantedSentence(points, point, { asOf, notes }),
    ...usedSentence(points, point, { asOf, notes }),
  ])
  const columns = [
    { label: 'Bewilligt (Euro)', noun: nouns.euro, facts: grantGranted },
    { label: 'Verwendet (Euro)', noun: nouns.euro, facts: grantUsed },
  ]
  return [
    ...(sentences.length === 0 ? [] : [{ kind: 'sentences' as const, sentences }]),
    ...seriesTable('Fördermittel', columns, asOf, notes),
  ]
}

type Telling = { asOf: string; notes: Notes }

function grantedSentence(points: readonly Point[], point: Point, { asOf, notes }: Telling): Sentence[] {
  const [granted] = point.facts
  if (granted === undefined) return []
  const { start, end } = verbs(granted, { asOf, word: 'bewilligt' })
  return [told(notes, { point, asOf, start, end, fact: granted, change: changeSince(points, point, 0) })]
}

function usedSentence(points: readonly Point[], point: Point, { asOf, notes }: Telling): Sentence[] {
  const [granted, used] = point.facts
  if (used === undefined) return []
  const share = granted && shareOf(granted, used)
  if (share !== undefined) {
    const [one, many] = isExpected(used, asOf)
      ? ['wird voraussichtlich', 'werden voraussichtlich']
      : ['wurde', 'wurden']
    const { text, singular } = amount(used, nouns.euro)
    return [notes.sentence(`Davon ${singular ? one : many} `, { text, origin: used.origin }, ` verwendet, ${share}.`)]
  }
  const { start, end } = verbs(used, { asOf, word: 'verwendet' })
  return [told(notes, { point, asOf, start, end, fact: used, change: changeSince(points, point, 1) })]
}

interface Told {
  point: Point
  asOf: string
  start: string
  end: string
  fact: Fact
  change: string | undefined
}

const told = (notes: Notes, { point, asOf, start, end, fact, change }: Told): Sentence =>
  notes.sentence(
    `${notes.when(point.time, asOf)} ${start} `,
    stated(fact),
    `${end}${scopeWords(point.scope)}${change === undefined ? '' : `, also ${change}`}.`,
  )

const stated = (fact: Fact) => ({ text: `${amount(fact, nouns.euro).text} Fördermittel`, origin: fact.origin })

function verbs(fact: Fact, { asOf, word }: { asOf: string; word: string }) {
  const { singular } = amount(fact, nouns.euro)
  return isExpected(fact, asOf)
    ? { start: `${singular ? 'wird' : 'werden'} voraussichtlich`, end: ` ${word} sein` }
    : { start: singular ? 'war' : 'waren', end: ` ${word}` }
}

function changeSince(points: readonly Point[], point: Point, place: number): string | undefined {
  const fact = point.facts[place]
  return fact && changeWords(changeOf(before(points, point, place), fact), nouns.euro)
}

/** What part of the grant is used, where both are known. */
function shareOf(granted: Fact, used: Fact): string | undefined {
  const [all, own] = [granted.value, used.value]
  if (typeof all !== 'number' || typeof own !== 'number' || all === 0) return undefined
  if (granted.precision !== undefined || used.precision !== undefined) return undefined
  if (own === all) return 'also die ganze bewilligte Summe'
  return `das sind ${figure(Math.round((1000 * own) / all) / 10)} Prozent der bewilligten Summe`
}
