/** Classes that do not overlap, each with the places of its units. */
export type Division = readonly (readonly number[])[]

/**
 * What somebody can subtract who sees two divisions of the same units beside each other: from each class of the one, the classes
 * of the other that lie in it. What is left of a class, where it is neither all nor nothing.
 */
export function leftOver(one: Division, other: Division): number[][] {
  return [...withoutInner(one, other), ...withoutInner(other, one)]
}

function withoutInner(outer: Division, inner: Division): number[][] {
  const classOf = new Map<number, number>()
  for (const [place, own] of outer.entries()) for (const index of own) classOf.set(index, place)
  const inside = outer.map((): number[][] => [])
  for (const own of inner) {
    const place = classOf.get(own[0] as number)
    if (place !== undefined && own.every((index) => classOf.get(index) === place)) inside[place]?.push([...own])
  }
  return outer.flatMap((own, place) => {
    const away = new Set(inside[place]?.flat())
    return away.size === 0 || away.size === own.length ? [] : [own.filter((index) => !away.has(index))]
  })
}
