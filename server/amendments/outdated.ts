import { stepsOf } from '../../surveys/amending/plan-amendments.ts'
import type { Db } from '../database/database.ts'
import type { Forms } from '../forms/form.ts'
import { usedAnswers } from '../store/amendments.ts'
import type { Wave } from '../store/waves.ts'
import { type AskedAmendment, nothingSent } from './check-amendments.ts'

/**
 * Why amendments that wait for a second account no longer begin at what is used, by their places. What the checks say of the answers
 * as they would be is not looked at before somebody agrees.
 */
export async function outdated(
  { db, forms }: { db: Db; forms: Forms },
  wave: Wave,
  asked: readonly AskedAmendment[],
): Promise<ReadonlyMap<number, string>> {
  const participants = [...new Set(asked.map(({ participantId }) => participantId))]
  const used = await usedAnswers(db, participants)
  const found = participants.map(async (participantId): Promise<[number, string][]> => {
    const own = asked.flatMap((one, place) => (one.participantId === participantId ? [{ place, one }] : []))
    const answers = used.get(participantId)
    if (answers === undefined) return own.map(({ place }) => [place, nothingSent])
    const { instrument } = await forms.get({ ...wave, surveyVersion: answers.surveyVersion })
    const wanted = own.map(({ one }) => one)
    return stepsOf(instrument, answers, wanted).faults.map(({ place, message }) => [own[place]?.place ?? 0, message])
  })
  return new Map((await Promise.all(found)).flat())
}
