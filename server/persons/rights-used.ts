import type { Db } from '../database/database.ts'
import { dayOfTime } from '../domain/german-time.ts'
import type { Forms } from '../forms/form.ts'
import { isFormText } from '../store/person-texts.ts'
import { listRestrictions } from '../store/restrictions.ts'
import { correctionsOf } from '../store/submissions.ts'
import type { PersonFound } from './find-person.ts'
import { nameRestrictions } from './name-restrictions.ts'
import { restrictionText } from './restriction.ts'

/** What was restricted and corrected of what was found, a sentence each. */
export async function rightsUsed(
  { db, forms }: { db: Db; forms: Forms },
  { texts, asked }: Pick<PersonFound, 'texts' | 'asked'>,
): Promise<{ restrictions: string[]; corrections: string[] }> {
  const own = new Set(asked.map(({ id }) => id))
  const participants = [...new Set([...texts.filter(isFormText).map(({ participantId }) => participantId), ...own])]
  const isMeant = ({ participantId, field }: { participantId: number; field: string | null }) =>
    own.has(participantId) ||
    field === null ||
    texts.some((one) => one.participantId === participantId && one.field === field)
  const restricted = (await listRestrictions(db, { participants })).filter(isMeant)
  const corrected = await correctionsOf(db, participants)
  return {
    restrictions: (await nameRestrictions({ db, forms }, restricted)).map(({ place, at, liftedAt, ground }) => {
      const time = liftedAt === null ? `seit ${dayOfTime(at)}` : `vom ${dayOfTime(at)} bis ${dayOfTime(liftedAt)}`
      return `${place}: ${time}, ${restrictionText(ground)}`
    }),
    corrections: corrected.map(
      ({ wave, unit, revision, at }) =>
        `${wave}, ${unit}: ${revision}. Fassung, berichtigt am ${dayOfTime(at)} auf Antrag`,
    ),
  }
}
