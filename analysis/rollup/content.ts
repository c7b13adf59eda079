import type { Content, FiguresCame, Known, Signed } from './events.ts'
import type { Below, Place } from './structure.ts'

/** The newest figures of a place. */
export function newestOf({ figures }: Known, place: Place): FiguresCame | undefined {
  const own = figures.get(place)
  return own?.get(Math.max(...own.keys()))
}

export const lastSigned = ({ signed }: Known, place: Place): Signed | undefined => signed.get(place)?.at(-1)

/**
 * What lies before a unit: its own newest figures, and from below those of persons as they are, everything else as it was
 * signed. Who comes on several ways is there once, with the newest that was signed.
 */
export function offeredTo(
  known: Known,
  place: Place,
  { children, sources }: Below,
  signs: (one: Place) => boolean,
): Content {
  const offered = new Map<Place, number>()
  const add = (source: Place, revision: number) => {
    if (sources.has(source)) offered.set(source, Math.max(offered.get(source) ?? 0, revision))
  }
  for (const child of children) {
    if (signs(child))
      for (const [source, revision] of entriesOf(lastSigned(known, child)?.content ?? {})) add(source, revision)
    else addNewest(child)
  }
  addNewest(place)
  return Object.fromEntries(offered)

  function addNewest(source: Place) {
    const newest = newestOf(known, source)
    if (newest !== undefined) add(source, newest.revision)
  }
}

export const entriesOf = (content: Content) => Object.entries(content) as [Place, number][]

/** The value of a figure as a content holds it; undefined where it was left blank or has not arrived. */
export const valueIn = ({ figures }: Known, content: Content, source: Place, figure: string): number | undefined =>
  figures.get(source)?.get(content[source] ?? 0)?.values[figure]

/** A value that is another one in a later content. */
export interface Changed {
  source: Place
  figure: string
  before: number | undefined
  now: number | undefined
  /** When and by whom, where a correction or new figures changed it; undefined where they are gone. */
  at?: string
  by?: string
}

/** What differs between two contents, by place and figure. */
export function changesBetween(known: Known, before: Content, now: Content, figures: readonly string[]): Changed[] {
  const sources = [...new Set([...Object.keys(before), ...Object.keys(now)] as Place[])].sort()
  return sources.flatMap((source) => {
    if (before[source] === now[source]) return []
    const { at, by } = known.figures.get(source)?.get(now[source] ?? 0) ?? {}
    return figures.flatMap((figure): Changed[] => {
      const [was, is] = [valueIn(known, before, source, figure), valueIn(known, now, source, figure)]
      return was === is ? [] : [{ source, figure, before: was, now: is, ...(at && by ? { at, by } : {}) }]
    })
  })
}
