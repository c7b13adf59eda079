import { type Finding, findingsOf } from '../answer/finding.ts'
import { readCells } from '../answer/read-cells.ts'
import { rawOf, type SubmissionContent } from '../answer/submission.ts'
import type { Surroundings } from '../answer/surroundings.ts'
import type { Instrument } from '../compile/instrument.ts'

export type Stored = Pick<SubmissionContent, 'answers' | 'comments'>

/** What does not fit in answers as they would be, and was not said of those that are known already. */
export function freshFindings(
  instrument: Instrument,
  { known, after, around }: { known: readonly Stored[]; after: Stored; around: Surroundings },
): Finding[] {
  const found = (stored: Stored) => {
    const raw = rawOf(instrument, stored)
    return findingsOf(instrument, raw, readCells(instrument, raw), around)
  }
  const said = ({ check, message }: Finding) => `${check} ${message}`
  const before = new Set(known.flatMap(found).map(said))
  return found(after).filter((finding) => !before.has(said(finding)))
}
