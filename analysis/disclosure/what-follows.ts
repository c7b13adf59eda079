import { type Behind, countBehind } from './behind.ts'
import { fewSets } from './few-sets.ts'
import { isFew } from './fewest.ts'
import { type DidTheSame, type Division, knownUnits } from './known-units.ts'

/** What is counted of units, a kind each, and who stands behind them. */
export interface Counted {
  kinds: readonly ((index: number) => boolean)[]
  behind: Behind
}

/** What else is told of the same units. */
export interface Beside {
  divisions: readonly Division[]
  counted: Counted
  didTheSame?: DidTheSame
}

/** Whether counts of these units would tell of single ones. */
export const tellsBy =
  ({ kinds, behind }: Counted) =>
  (indices: readonly number[]): boolean =>
    kinds.some((is) => isFew(countBehind(indices.filter(is), behind)))

/** Units that are in the same classes of all divisions: nothing that is told tells one from the other. */
type Atom = readonly number[]

/**
 * Units of whom a count of one or two follows, by adding and subtracting whatever is told of classes, from these together with what is
 * beside them; not from what is beside them alone. Undefined where there are none. Where too much had to be tried: all of them.
 */
export function fewThatFollow(
  shown: Division,
  { divisions, counted, didTheSame }: Beside,
): readonly number[] | undefined {
  const all = [...divisions, shown]
  const known = { beside: knownUnits(divisions, didTheSame), now: knownUnits(all, didTheSame) }
  const { atoms, vectorsOf } = atomsOf(all, known)
  const vectors = { beside: divisions.flatMap(vectorsOf), now: all.flatMap(vectorsOf) }
  const open = [...atoms.keys()].filter((place) => !known.now.has((atoms[place] as Atom)[0] as number))
  for (const is of counted.kinds) {
    const own = atoms.map((atom) => atom.filter(is))
    const counts = own.map((atom) => countBehind(atom, counted.behind))
    const countOf = (places: readonly number[]) =>
      countBehind(
        places.flatMap((place) => own[place] as Atom),
        counted.behind,
      )
    const before = new Set<string>()
    for (const set of fewSets({ vectors: vectors.beside, places: [...atoms.keys()], counts, countOf }))
      if (set !== 'too many') before.add(set.join())
    for (const set of fewSets({ vectors: vectors.now, places: open, counts, countOf })) {
      if (set === 'too many') return shown.flat()
      if (!before.has(set.join())) return set.flatMap((place) => atoms[place] as Atom)
    }
  }
  return undefined
}

interface KnownUnits {
  /** By what is told beside. */
  beside: ReadonlySet<number>
  /** By all that is told. */
  now: ReadonlySet<number>
}

function atomsOf(divisions: readonly Division[], known: KnownUnits) {
  const signatures = new Map<number, string>()
  for (const [place, division] of divisions.entries())
    for (const [number, own] of division.entries())
      for (const index of own)
        if (!known.beside.has(index)) {
          const before = signatures.get(index) ?? (known.now.has(index) ? 'known' : '')
          signatures.set(index, `${before} ${place}:${number}`)
        }
  const places = new Map<string, number>()
  const atoms: number[][] = []
  const placeOf = new Map<number, number>()
  for (const [index, signature] of signatures) {
    const place = places.get(signature) ?? atoms.push([]) - 1
    places.set(signature, place)
    placeOf.set(index, place)
    atoms[place]?.push(index)
  }
  const vectorsOf = (division: Division) =>
    division.map((own) => {
      const vector = new Float64Array(atoms.length)
      for (const index of own) {
        const place = placeOf.get(index)
        if (place !== undefined) vector[place] = 1
      }
      return vector
    })
  return { atoms, vectorsOf }
}
