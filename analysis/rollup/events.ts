import type { Place } from './structure.ts'

/** When, as an ISO time, and by whom. */
interface Done {
  at: string
  by: string
}

/** Figures came in, or were corrected: a higher revision replaces those before. */
export interface FiguresCame extends Done {
  kind: 'figures'
  place: Place
  revision: number
  /** What was left blank is missing. */
  values: Readonly<Record<string, number>>
}

/** Somebody stands for what a unit passes on: which revision of whose figures was seen. */
export interface Signed extends Done {
  kind: 'signed'
  place: Place
  /** 1 for the first sign-off of the unit. */
  number: number
  content: Content
  /** Whose figures were expected then, as the register had it; unknown of older ones. */
  expected?: readonly Place[]
}

/** A level asks the one below about one figure. */
export interface Asked extends Done {
  kind: 'asked'
  id: string
  /** Who asks, and who is asked. */
  from: Place
  to: Place
  figure: string
  text: string
}

/** Whoever was asked answers; a correction of the figure is an answer too. */
export interface Answered extends Done {
  kind: 'answered'
  id: string
  text: string
}

export type RollUpEvent = FiguresCame | Signed | Asked | Answered

/** The revision of each place whose figures are held. */
export type Content = Readonly<Record<Place, number>>

/** What is known of all figures, whatever the order in which it arrived. */
export interface Known {
  /** By place and revision. */
  figures: ReadonlyMap<Place, ReadonlyMap<number, FiguresCame>>
  /** By place, in the order of their numbers. */
  signed: ReadonlyMap<Place, readonly Signed[]>
  asked: readonly Asked[]
  answered: ReadonlyMap<string, Answered>
}

/** Sorts events out. What arrives twice counts once. */
export function knownFrom(events: readonly RollUpEvent[]): Known {
  const figures = new Map<Place, Map<number, FiguresCame>>()
  const signed = new Map<Place, Map<number, Signed>>()
  const asked = new Map<string, Asked>()
  const answered = new Map<string, Answered>()
  for (const event of events) {
    if (event.kind === 'figures') into(figures, event.place).set(event.revision, event)
    else if (event.kind === 'signed') into(signed, event.place).set(event.number, event)
    else if (event.kind === 'asked') asked.set(event.id, event)
    else answered.set(event.id, event)
  }
  const inOrder = [...signed].map(
    ([place, all]) => [place, [...all.values()].sort((a, b) => a.number - b.number)] as const,
  )
  const questions = [...asked.values()].sort((a, b) => (a.at === b.at ? order(a.id, b.id) : order(a.at, b.at)))
  return { figures, signed: new Map(inOrder), asked: questions, answered }
}

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b))

function into<Key, One>(all: Map<Key, Map<number, One>>, key: Key): Map<number, One> {
  const own = all.get(key) ?? new Map<number, One>()
  all.set(key, own)
  return own
}
