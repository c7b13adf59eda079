import { type UnitKind, unitKinds } from '../../surveys/compile/unit-kinds.ts'

/** The participants that are named, and a sentence for each that takes no part. */
export function pickParticipants<One extends { unit: string }>(
  named: readonly string[],
  participants: readonly One[],
  kind: UnitKind,
): { found: One[]; problems: string[] } {
  const byUnit = new Map(participants.map((one) => [one.unit, one]))
  const found = named.flatMap((unit) => byUnit.get(unit) ?? [])
  const problems = named
    .filter((unit) => !byUnit.has(unit))
    .map((unit) => `${unit}: Mit dieser Kennung nimmt ${unitKinds[kind].none} teil.`)
  return { found, problems }
}
