import type { ScreenedVariable, Suspect } from './screened.ts'

/** Where to stop looking, and what lies behind. */
export interface CutOff {
  /** So many of the first are looked at. */
  places: number
  /** How many values lie behind, and the largest share of a total that hangs on them together. */
  behind: number
  leftOver: number
}

/**
 * The first place from which on all that is suspected, even if it went one way, changes no total by more than a share. Beyond it one
 * looks without gaining anything that a reader of the total could see.
 */
export function cutOffOf(
  suspects: readonly Pick<Suspect, 'variable' | 'score'>[],
  variables: readonly Pick<ScreenedVariable, 'name' | 'question'>[],
  share: number,
): CutOff {
  const questionOf = new Map(variables.map(({ name, question }) => [name, question]))
  const left = new Map<string, number>()
  let places = suspects.length
  for (; places > 0; places -= 1) {
    const { variable, score } = suspects[places - 1] as Suspect
    const question = questionOf.get(variable) ?? ''
    const sum = (left.get(question) ?? 0) + score
    if (sum > share) break
    left.set(question, sum)
  }
  return { places, behind: suspects.length - places, leftOver: Math.max(0, ...left.values()) }
}
