/** What a text is taken to be about, and what nobody has decided yet. */
export interface FinalCategories {
  given: Set<string>
  /** On these its coders differ. */
  open: Set<string>
}

/**
 * The categories of a text: those that all gave who coded it, and of those on which they differ what somebody settled. Of what is settled on which nobody
 * differs any more nothing follows.
 */
export function finalCategories(
  codings: readonly ReadonlySet<string>[],
  settled: ReadonlyMap<string, boolean> = new Map(),
): FinalCategories {
  const given = new Set<string>()
  const open = new Set<string>()
  for (const category of new Set(codings.flatMap((one) => [...one]))) {
    const holds = codings.every((one) => one.has(category)) || settled.get(category)
    if (holds === undefined) open.add(category)
    else if (holds) given.add(category)
  }
  return { given, open }
}
