/** Classes that do not overlap, each with the places of its units. */
export type Division = readonly (readonly number[])[]

/** Whether what is told of these units says what each of them did. */
export type DidTheSame = (indices: readonly number[]) => boolean

/** What is left of a class when others are taken away, with the class. */
interface Left {
  left: number[]
  of: readonly number[]
}

/** So often what is left is subtracted from again. */
const rounds = 3

/**
 * What somebody can subtract who sees divisions of the same units beside each other: from each class of one, the classes of
 * another that lie in it, and what of others lies in it where all of a class did the same; then the same with what is left. It is
 * neither all of a class nor nothing. What follows from `beside` alone was found before: see `withLeftOver`.
 */
export function* leftOver(
  divisions: readonly Division[],
  didTheSame: DidTheSame = () => false,
  beside: readonly Division[] = [],
): Generator<Left> {
  const seen = new Set([...beside, ...divisions].flatMap((one) => one.map((own) => own.join())))
  let before = [...beside]
  let fresh = [...divisions]
  for (let round = 0; round < rounds && fresh.length > 0; round += 1) {
    const next: Division[] = []
    for (const [one, other] of pairsOf(before, fresh))
      for (const found of withoutInner(one, other, didTheSame)) {
        const key = found.left.join()
        if (seen.has(key)) continue
        seen.add(key)
        next.push([found.left])
        yield found
      }
    before = [...before, ...fresh]
    fresh = next
  }
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

function withoutInner(outer: Division, inner: Division, didTheSame: DidTheSame): Left[] {
  const classOf = classesOf(outer)
  const inside = outer.map((): number[] => [])
  for (const own of inner) {
    const place = classOf.get(own[0] as number)
    if (place !== undefined && own.every((index) => classOf.get(index) === place)) inside[place]?.push(...own)
    else if (didTheSame(own)) for (const index of own) inside[classOf.get(index) ?? -1]?.push(index)
  }
  return outer.flatMap((own, place) => {
    const away = inside[place] as number[]
    if (away.length === 0 || away.length === own.length) return []
    const gone = new Set(away)
    return [{ left: own.filter((index) => !gone.has(index)), of: own }]
  })
}

/** By unit the place of its class: a division is laid beside many others. */
const known = new WeakMap<Division, ReadonlyMap<number, number>>()

function classesOf(division: Division): ReadonlyMap<number, number> {
  const made =
    known.get(division) ?? new Map(division.flatMap((own, place) => own.map((index) => [index, place] as const)))
  known.set(division, made)
  return made
}
