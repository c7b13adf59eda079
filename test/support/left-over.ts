import type { DidTheSame, Division } from '../../analysis/disclosure/known-units.ts'

/** What is left of a class when others are taken away, with the class. */
interface Left {
  left: number[]
  of: readonly number[]
}

/** So often what is left is subtracted from again. */
const rounds = 3

/**
 * A reader who subtracts step by step, with nothing in common with what decides in the program: what somebody can subtract who sees divisions of the same units beside each other: first all those of whom it is known what each
 * of them did, then from each class of one the classes of another that lie in it; then the same with what is left. It is neither
 * all of a class nor nothing. What follows from `beside` alone was found before: see `withLeftOver`.
 */
export function* leftOver(
  divisions: readonly Division[],
  didTheSame: DidTheSame = () => false,
  beside: readonly Division[] = [],
): Generator<Left> {
  const seen = new Set([...beside, ...divisions].flatMap((one) => one.map((own) => own.join())))
  function* unseen(found: readonly Left[]): Generator<Left, Division> {
    const kept: number[][] = []
    for (const one of found) {
      const key = one.left.join()
      if (seen.has(key)) continue
      seen.add(key)
      kept.push(one.left)
      yield one
    }
    return kept
  }
  let before = [...beside]
  let fresh = [...divisions]
  const known = knownUnits([...beside, ...divisions], didTheSame)
  for (const one of [...beside, ...divisions]) {
    const left = yield* unseen(one.flatMap((own) => leftOf(own, known)))
    if (left.length > 0) fresh.push(left)
  }
  for (let round = 0; round < rounds && fresh.length > 0; round += 1) {
    const next: Division[] = []
    for (const [one, other] of pairsOf(before, fresh)) {
      const left = yield* unseen(withoutInner(one, other))
      next.push(...left.map((own) => [own]))
    }
    before = [...before, ...fresh]
    fresh = next
  }
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

/** Divisions with all that can be subtracted from them. */
export const withLeftOver = (divisions: readonly Division[], didTheSame?: DidTheSame): Division[] => [
  ...divisions,
  ...Array.from(leftOver(divisions, didTheSame), ({ left }) => [left]),
]

/** Each with each other, where they have not been laid beside each other before. */
function* pairsOf(before: readonly Division[], fresh: readonly Division[]): Generator<[Division, Division]> {
  for (const [place, one] of fresh.entries())
    for (const other of [...before, ...fresh.slice(0, place)]) {
      yield [one, other]
      yield [other, one]
    }
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
