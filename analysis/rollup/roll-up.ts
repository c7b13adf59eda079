import { type Changed, changesBetween, lastSigned, newestOf, offeredTo } from './content.ts'
import {
  type Answered,
  type Asked,
  type Content,
  type Known,
  knownFrom,
  type RollUpEvent,
  type Signed,
} from './events.ts'
import { type Below, belowOf, type Place, placeOf, type Structure } from './structure.ts'
import { type Figure, type Sum, sumOf } from './sums.ts'

/** A question about a figure, with its answer; `corrected` where the figure is another one since it was asked. */
export interface Question extends Asked {
  answered?: Answered
  corrected: boolean
}

/** How a unit of a level stands. */
export interface UnitState {
  place: Place
  level: string
  name: string
  children: readonly Place[]
  /** Whose figures are expected. */
  sources: ReadonlySet<Place>
  /** What lies before it now, and what it stands for. */
  offered: Content
  signed: Signed | undefined
  /** All sign-offs, the first one first. */
  history: readonly Signed[]
  status: 'unsigned' | 'signed' | 'changed'
  /** What is another value than when it was signed: it wants a new sign-off. */
  changes: readonly Changed[]
  /** The units below with something that they have not signed anew. */
  changedBelow: readonly Place[]
  /** Who has not given figures, of those whose figures are expected. */
  missing: readonly Place[]
  /** Units below that sign and have not. */
  unsigned: readonly Place[]
  /** Who comes to it on several ways, and counts once. */
  countedOnce: readonly Place[]
  /** By the names of the figures: as they lie before it, and as it has signed them. */
  sums: ReadonlyMap<string, Sum>
  signedSums: ReadonlyMap<string, Sum>
  questions: readonly Question[]
}

export interface RollUp {
  known: Known
  states: ReadonlyMap<Place, UnitState>
  /** What is handed over: all that the highest level has signed. */
  top: { content: Content; sources: ReadonlySet<Place>; sums: ReadonlyMap<string, Sum>; units: readonly Place[] }
}

/** How everything stands at every level, after events that may have arrived in any order. The lowest level does not sign: it gives. */
export function rollUp(structure: Structure, figures: readonly Figure[], events: readonly RollUpEvent[]): RollUp {
  const known = knownFrom(events)
  const below = belowOf(structure)
  const lowest = structure[0]?.id ?? ''
  const signs = (place: Place) => !place.startsWith(`${lowest}/`)
  const added = figures.filter(({ up }) => up !== 'stays')
  const sums = (content: Content, sources: Iterable<Place>) =>
    new Map(added.map((figure) => [figure.name, sumOf(known, content, sources, figure)]))
  const names = figures.map(({ name }) => name)
  const figureOf = ({ figure }: Asked) => figures.find(({ name }) => name === figure)
  const states = new Map<Place, UnitState>()

  for (const { id: level, units } of structure)
    for (const { key, name } of units) {
      const place = placeOf(level, key)
      const own = below.get(place) as Below
      const offered = offeredTo(known, place, own, signs)
      const signed = signs(place) ? lastSigned(known, place) : undefined
      const changes = signed === undefined ? [] : changesBetween(known, signed.content, offered, names)
      states.set(place, {
        place,
        level,
        name,
        ...own,
        offered,
        signed,
        history: known.signed.get(place) ?? [],
        status: signed === undefined ? 'unsigned' : changes.length > 0 ? 'changed' : 'signed',
        changes,
        changedBelow: own.children.filter((child) => isChanged(states.get(child))),
        missing: [...own.sources].filter((source) => newestOf(known, source) === undefined).sort(),
        unsigned: own.children.filter((child) => signs(child) && lastSigned(known, child) === undefined),
        countedOnce: onSeveralWays(own.children, below),
        sums: sums(offered, own.sources),
        signedSums: sums(signed?.content ?? {}, signed?.expected ?? own.sources),
        questions: questionsTo(place, (one) => isCorrected(one, figureOf(one), known, own.sources), known),
      })
    }

  const highest = structure.at(-1)
  const top = highest?.units.map(({ key }) => placeOf(highest.id, key)) ?? []
  const sources = new Set(
    top.flatMap((place) => [...(states.get(place)?.signed?.expected ?? below.get(place)?.sources ?? [])]),
  )
  const content = offeredTo(known, '/', { children: top, sources }, signs)
  return { known, states, top: { content, sources, sums: sums(content, sources), units: top } }
}

const isChanged = (state: UnitState | undefined) =>
  state !== undefined && (state.status === 'changed' || (state.signed !== undefined && state.changedBelow.length > 0))

function onSeveralWays(children: readonly Place[], below: ReadonlyMap<Place, Below>): Place[] {
  const ways = new Map<Place, number>()
  for (const child of children)
    for (const source of below.get(child)?.sources ?? []) ways.set(source, (ways.get(source) ?? 0) + 1)
  return [...ways].flatMap(([source, count]) => (count > 1 ? [source] : [])).sort()
}

function questionsTo(place: Place, corrected: (asked: Asked) => boolean, { asked, answered }: Known): Question[] {
  return asked
    .filter(({ to }) => to === place)
    .map((one): Question => {
      const answer = answered.get(one.id)
      return { ...one, ...(answer && { answered: answer }), corrected: corrected(one) }
    })
}

/** Whether a unit gives another value since it was asked: the lowest level by its figures, all others by what they signed. */
function isCorrected({ to, at }: Asked, figure: Figure | undefined, known: Known, sources: Iterable<Place>): boolean {
  if (figure === undefined) return false
  const gave = [...(known.figures.get(to)?.values() ?? [])].sort((a, b) => a.revision - b.revision)
  const signed = known.signed.get(to) ?? []
  const given =
    signed.length > 0
      ? signed.map((one) => ({ at: one.at, value: sumOf(known, one.content, sources, figure).value }))
      : gave.map((one) => ({ at: one.at, value: one.values[figure.name] }))
  const then = given.findLast((one) => one.at <= at)
  return then !== undefined && given.at(-1)?.value !== then.value
}

/** The sign-off of what lies before a unit now. */
export const signOff = ({ place, offered, sources, history }: UnitState, by: string, at: string): Signed => ({
  kind: 'signed',
  place,
  number: (history.at(-1)?.number ?? 0) + 1,
  content: offered,
  expected: [...sources].sort(),
  by,
  at,
})
