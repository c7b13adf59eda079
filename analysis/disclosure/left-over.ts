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
 * neither all of a class nor nothing.
 */
export function* leftOver(divisions: readonly Division[], didTheSame: DidTheSame = () => false): Generator<Left> {
  const seen = new Set(divisions.flatMap((one) => one.map((own) => own.join())))
  let before: Division[] = []
  let fresh: Division[] = [...divisions]
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

/** Each with each other, where they have not been laid beside each other before. */
function* pairsOf(before: readonly Division[], fresh: readonly Division[]): Generator<[Division, Division]> {
  for (const [place, one] of fresh.entries())
    for (const other of [...before, ...fresh.slice(0, place)]) {
      yield [one, other]
      yield [other, one]
    }
}

function withoutInner(outer: Division, inner: Division, didTheSame: DidTheSame): Left[] {
  const classOf = new Map<number, number>()
  for (const [place, own] of outer.entries()) for (const index of own) classOf.set(index, place)
  const inside = outer.map((): number[] => [])
  for (const own of inner) {
    const place = classOf.get(own[0] as number)
    if (place !== undefined && own.every((index) => classOf.get(index) === place)) inside[place]?.push(...own)
    else if (didTheSame(own)) for (const index of own) inside[classOf.get(index) ?? -1]?.push(index)
  }
  return outer.flatMap((own, place) => {
    const away = new Set(inside[place])
    return away.size === 0 || away.size === own.length
      ? []
      : [{ left: own.filter((index) => !away.has(index)), of: own }]
  })
}
