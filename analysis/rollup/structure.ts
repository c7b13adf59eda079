/** Who stands at a level. */
export interface Placed {
  key: string
  name: string
  /** To whom of the next level it belongs; a person may belong to several. At the level that hands over: nobody. */
  above: readonly string[]
}

export interface Level {
  id: string
  units: readonly Placed[]
  /** Whether units of this level give figures of their own. */
  ownFigures: boolean
}

/** All levels that give figures or put them together, from the bottom up, up to the one that hands over. */
export type Structure = readonly Level[]

/** A unit of a level, which names whatever comes from it. */
export type Place = `${string}/${string}`
export const placeOf = (level: string, key: string): Place => `${level}/${key}`

/** Who is directly below whom, and whose figures are expected from there, each once. */
export interface Below {
  children: readonly Place[]
  /** The places with own figures at or below it. */
  sources: ReadonlySet<Place>
}

/** What stands below each unit of every level. */
export function belowOf(structure: Structure): Map<Place, Below> {
  const below = new Map<Place, { children: Place[]; sources: Set<Place> }>()
  for (const [height, level] of structure.entries())
    for (const { key } of level.units) {
      const place = placeOf(level.id, key)
      const children = childrenOf(structure[height - 1], key)
      const own = level.ownFigures ? [place] : []
      const sources = new Set([...own, ...children.flatMap((child) => [...(below.get(child)?.sources ?? [])])])
      below.set(place, { children, sources })
    }
  return below
}

function childrenOf(level: Level | undefined, key: string): Place[] {
  const children = level?.units.filter(({ above }) => above.includes(key)) ?? []
  return children.map((one) => placeOf(level?.id ?? '', one.key))
}
