/** Classes that do not overlap, each with the places of its units. */
export type Division = readonly (readonly number[])[]

/** Whether what is told of these units says what each of them did. */
export type DidTheSame = (indices: readonly number[]) => boolean

/** What is left of a class when others are taken away, with the class. */
interface Left {
  left: number[]
  of: readonly number[]
}

/** What is known already: divisions that are told, and what was found to be left when they are subtracted from each other. */
export interface Known {
  told: readonly Division[]
  left: readonly Division[]
}

/** So often what is left is subtracted from again. */
const rounds = 3

/**
 * What somebody can subtract who sees divisions of the same units beside them: first all those of whom it is known what each of
 * them did, then from each class of one the classes of another that lie in it; then from what is left what is told, and the other
 * way round. It is neither all of a class nor nothing. All that lies in a class is taken away at once: where few did something in
 * a set that can be cut in two, few did in one of both. What follows from `known` alone was found before: see `knownOf`.
 */
export function* leftOver(
  divisions: readonly Division[],
  didTheSame: DidTheSame = () => false,
  known: Known = { told: [], left: [] },
): Generator<Left, Division[]> {
  const told = [...known.told, ...divisions]
  const seen = new Set([...known.left, ...told].flatMap((one) => one.map((own) => own.join())))
  const found: Division[] = []
  function* unseen(lefts: readonly Left[]): Generator<Left> {
    const kept: (readonly number[])[] = []
    for (const one of lefts) {
      const key = one.left.join()
      if (seen.has(key)) continue
      seen.add(key)
      kept.push(one.left)
      yield one
    }
    if (kept.length > 0) found.push(kept)
  }
  const did = knownUnits([...known.left, ...told], didTheSame)
  for (const one of [...known.left, ...told]) yield* unseen(one.flatMap((own) => leftOf(own, did)))
  let fresh = [...divisions, ...found]
  let beside = [...known.left, ...told]
  for (let round = 0; round < rounds && fresh.length > 0; round += 1) {
    const before = found.length
    for (const one of fresh)
      for (const other of beside) {
        yield* unseen(withoutInner(one, other))
        yield* unseen(withoutInner(other, one))
      }
    fresh = found.slice(before)
    beside = told
  }
  return found
}

/** Of which units it is known what each did: all of a class did the same, or all that is left of it without those. */
function knownUnits(divisions: readonly Division[], didTheSame: DidTheSame): Set<number> {
  const known = new Set<number>()
  let open = divisions.flat()
  for (let before = -1; before < known.size; ) {
    before = known.size
    open = open.filter((own) => {
      const rest = own.filter((index) => !known.has(index))
      if (rest.length > 0 && !didTheSame(rest)) return true
      for (const index of rest) known.add(index)
      return false
    })
  }
  return known
}

/** What divisions tell that are shown beside each other. */
export function knownOf(told: readonly Division[], didTheSame?: DidTheSame): Known {
  const lefts = leftOver(told, didTheSame)
  for (let next = lefts.next(); ; next = lefts.next()) if (next.done) return { told, left: next.value }
}

function withoutInner(outer: Division, inner: Division): Left[] {
  const classOf = classesOf(outer)
  const inside = outer.map((): number[] => [])
  for (const own of inner) {
    const place = classOf.get(own[0] as number)
    if (place !== undefined && own.every((index) => classOf.get(index) === place)) inside[place]?.push(...own)
  }
  return outer.flatMap((own, place) => leftOf(own, new Set(inside[place])))
}

/** A class without some of its units, unless that is all of it or nothing. */
function leftOf(of: readonly number[], gone: ReadonlySet<number>): Left[] {
  const left = of.filter((index) => !gone.has(index))
  return left.length === 0 || left.length === of.length ? [] : [{ left, of }]
}

/** By unit the place of its class: a division is laid beside many others. */
const places = new WeakMap<Division, ReadonlyMap<number, number>>()

function classesOf(division: Division): ReadonlyMap<number, number> {
  const made =
    places.get(division) ?? new Map(division.flatMap((own, place) => own.map((index) => [index, place] as const)))
  places.set(division, made)
  return made
}
