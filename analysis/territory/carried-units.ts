/** A Kommune that ended: what it became, or became part of, from a day on. */
export interface Succession {
  unit: string
  successor: string
  since: string
}

/** Who was asked in a wave, and the day that it is of. */
export interface AskedUnits {
  wave: string
  day: string
  units: ReadonlySet<string>
}

/** A Kommune of the last wave, and those that it was made of in an earlier one; itself among them where it was there before. */
export interface CarriedUnit {
  wave: string
  unit: string
  parts: readonly string[]
  /** From when on they are one. */
  since: string
}

/**
 * Which Kommunen have to be carried to the territory of the last of some waves: those asked in an earlier one that ended before it,
 * in what they became. Where that was asked in none of the waves, they stay as they were: there is nothing to compare them with.
 */
export function carriedUnits(waves: readonly AskedUnits[], successions: readonly Succession[]): CarriedUnit[] {
  const next = new Map(successions.map((one) => [one.unit, one]))
  const last = waves.map(({ day }) => day).reduce((a, b) => (a > b ? a : b), '')
  const isAsked = (unit: string) => waves.some(({ units }) => units.has(unit))
  return waves.flatMap(({ wave, day, units }) => {
    const whole = new Map<string, { parts: string[]; since: string }>()
    for (const unit of units) {
      const end = endOf(unit, { after: day, until: last }, next)
      if (end === undefined || !isAsked(end.unit)) continue
      const known = whole.get(end.unit) ?? { parts: units.has(end.unit) ? [end.unit] : [], since: '' }
      known.parts.push(unit)
      if (end.since > known.since) known.since = end.since
      whole.set(end.unit, known)
    }
    return [...whole].map(([unit, own]) => ({ wave, unit, ...own }))
  })
}

/** What a Kommune has become until a day, step by step. */
function endOf(
  unit: string,
  { after, until }: { after: string; until: string },
  next: ReadonlyMap<string, Succession>,
): { unit: string; since: string } | undefined {
  let end: { unit: string; since: string } | undefined
  const seen = new Set([unit])
  for (let step = next.get(unit); step !== undefined; step = next.get(step.successor)) {
    if (step.since <= after || step.since > until || seen.has(step.successor)) break
    seen.add(step.successor)
    end = { unit: step.successor, since: step.since }
  }
  return end
}
