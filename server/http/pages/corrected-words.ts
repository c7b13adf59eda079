import { dayOfTime } from '../../domain/german-time.ts'
import type { Submission } from '../../store/submissions.ts'

/** Who made a revision that the respondents did not hand in themselves, or ''. */
export const correctedWords = ({ request, submitted_at }: Pick<Submission, 'request' | 'submitted_at'>): string =>
  request === null ? '' : `berichtigt am ${dayOfTime(submitted_at)} durch die erhebende Stelle auf Antrag`
