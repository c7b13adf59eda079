import type { Fact, Figures } from '../../schemas/kreisbericht.ts'
import { type Amount, amount, isGiven } from './amount.ts'
import { type Change, changeOf, changeWords } from './change.ts'
import { listed, nouns } from './german.ts'
import type { Notes, Stated } from './notes.ts'
import { before, type Point, pointsOf, scopeWords } from './points.ts'
import type { Block, Sentence } from './report.ts'
import { seriesTable } from './series-table.ts'
import { isExpected } from './time.ts'

const [persons, vzae] = [0, 1]

/** Who works there, with how many Stellen, then and now. */
export function staffBlocks(
  { staffPersons = [], staffVzae = [] }: Figures,
  { kreisWord, asOf, notes }: { kreisWord: string; asOf: string; notes: Notes },
): Block[] {
  const points = pointsOf([staffPersons.filter(isGiven), staffVzae.filter(isGiven)])
  const place = `im Integrationsmanagement des ${kreisWord}es`
  const sentences = points.map((point) => staffSentence(points, point, { place, asOf, notes }))
  const columns = [
    { label: 'Personen', noun: nouns.person, facts: staffPersons },
    { label: 'VZÄ', noun: nouns.vzae, facts: staffVzae },
  ]
  return [
    ...(sentences.length === 0 ? [] : [{ kind: 'sentences' as const, sentences }]),
    ...seriesTable('Personal', columns, asOf, notes),
  ]
}

function staffSentence(
  points: readonly Point[],
  point: Point,
  { place, asOf, notes }: { place: string; asOf: string; notes: Notes },
): Sentence {
  const [people, posts] = [point.facts[persons], point.facts[vzae]]
  const when = notes.when(point.time, asOf)
  const expected = point.facts.some((fact) => fact !== undefined && isExpected(fact, asOf))
  const told = people === undefined ? amount(posts as Fact, nouns.vzae) : amount(people, nouns.person)
  const figures = figuresOf(people, posts)
  const isFirst = points.find(({ scope }) => scope === point.scope) === point
  const changes = bothChanges(
    people && changeOf(before(points, point, persons), people),
    posts && changeOf(before(points, point, vzae), posts),
  )
  if (isFirst) {
    const [start, end] = people === undefined ? ofPosts(told, expected, place) : ofPersons(told, expected, place)
    return notes.sentence(`${when} ${start} `, ...figures, `${end}${scopeWords(point.scope)}.`)
  }
  const [start, end] = follows(told, expected)
  return notes.sentence(`${when} ${start} `, ...figures, `${end}${changes === '' ? '' : `, also ${changes}`}.`)
}

/** `10 Personen mit zusammen 8,05 VZÄ`. */
function figuresOf(people: Fact | undefined, posts: Fact | undefined): (string | Stated)[] {
  const ofPosts = posts && { text: amount(posts, nouns.vzae).text, origin: posts.origin }
  if (people === undefined) return ofPosts === undefined ? [] : [ofPosts]
  const ofPeople = { text: amount(people, nouns.person).text, origin: people.origin }
  if (ofPosts === undefined) return [ofPeople]
  return [ofPeople, ` mit ${(people.value ?? 0) > 1 ? 'zusammen ' : ''}`, ofPosts]
}

const ofPersons = ({ singular }: Amount, expected: boolean, place: string): [start: string, end: string] =>
  expected
    ? [`${singular ? 'wird' : 'werden'} voraussichtlich`, ` ${place} arbeiten`]
    : [singular ? 'arbeitete' : 'arbeiteten', ` ${place}`]

const ofPosts = (_: Amount, expected: boolean, place: string): [start: string, end: string] =>
  expected ? ['wird es voraussichtlich', ` ${place} geben`] : ['gab es', ` ${place}`]

const follows = ({ singular }: Amount, expected: boolean): [start: string, end: string] =>
  expected ? [`${singular ? 'wird' : 'werden'} es voraussichtlich`, ' sein'] : [singular ? 'war es' : 'waren es', '']

/** `6 Personen und 5,4 VZÄ mehr`, `eine Person mehr und 0,5 VZÄ weniger`. */
function bothChanges(people: Change | undefined, posts: Change | undefined): string {
  const words = [changeWords(people, nouns.person, false), changeWords(posts, nouns.vzae, false)]
  const [ofPeople, ofPosts] = words
  const direction = people?.direction
  if (ofPeople === undefined || ofPosts === undefined || direction !== posts?.direction)
    return listed(words.filter((one) => one !== undefined))
  return direction === 'same' ? ofPeople : `${ofPeople.replace(/ (?:mehr|weniger)$/, '')} und ${ofPosts}`
}
