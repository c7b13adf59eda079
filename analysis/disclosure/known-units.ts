/** Classes that do not overlap, each with the places of its units. */
export type Division = readonly (readonly number[])[]

/** Whether what is told of these units says what each of them did. */
export type DidTheSame = (indices: readonly number[]) => boolean

/**
 * Of which units it is known what each did: all of a class did the same, or all that is left of it without those, or without the
 * classes of another division that lie in it.
 */
export function knownUnits(divisions: readonly Division[], didTheSame: DidTheSame = () => false): ReadonlySet<number> {
  const known = new Set<number>()
  let open = [...divisions.flat(), ...divisions.flatMap((one) => divisions.flatMap((other) => leftOver(one, other)))]
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

/** What is left of the classes of one division without those of another that lie in them, unless that is all or nothing. */
function leftOver(outer: Division, inner: Division): number[][] {
  const classOf = new Map(outer.flatMap((own, place) => own.map((index) => [index, place] as const)))
  const inside = outer.map(() => new Set<number>())
  for (const own of inner) {
    const place = classOf.get(own[0] as number)
    if (place === undefined || own.some((index) => classOf.get(index) !== place)) continue
    for (const index of own) inside[place]?.add(index)
  }
  return outer.flatMap((own, place) => {
    const left = own.filter((index) => !inside[place]?.has(index))
    return left.length === 0 || left.length === own.length ? [] : [left]
  })
}
