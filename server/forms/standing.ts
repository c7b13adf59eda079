import type { Finding } from '../../surveys/answer/finding.ts'
import { type Justification, justifies } from '../../surveys/answer/submission.ts'

/** The justifications that hold for what is found now, in the order of the findings. */
export function standing(findings: readonly Finding[], given: readonly Justification[] | null): Justification[] {
  return findings.flatMap((finding) => (given ?? []).filter((one) => justifies(one, finding)).slice(0, 1))
}
