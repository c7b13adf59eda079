import type { Register } from '../../surveys/reading/register.ts'
import type { AppContext } from '../boot/context.ts'
import type { Db } from '../database/database.ts'
import type { Forms } from '../forms/form.ts'
import { burdensIn } from '../store/burden.ts'
import { savesBeforeSending, sentTimes, waveBefore } from '../store/response-times.ts'
import { dayFromToday } from '../store/waves.ts'
import type { AskedWave } from './asked-wave.ts'
import { fieldParticipants } from './participants.ts'
import { type ResponsePicture, responsePicture } from './response-picture.ts'
import { sectionsOfFields } from './section-of-field.ts'

type Needed = Pick<AppContext, 'db' | 'pool'> & { forms: Forms; register: () => Promise<Register> }

/** When a draft stands still: after so many days, unless somebody asks otherwise. */
export const usualDays = 7

/** How the response of a wave stands, as far as an account works for its participants. */
export async function readResponse(
  context: Needed,
  { wave, form }: AskedWave,
  { account, days }: { account: number | undefined; days: number },
): Promise<{ picture: ResponsePicture; stillSince: string }> {
  const { db } = context
  const surveys = [form.instrument.id, ...(form.earlier === undefined ? [] : [form.earlier.survey])]
  const own = { wave: wave.id, account }
  const [participants, times, last, histories, burdens, register, stillSince] = await Promise.all([
    fieldParticipants(context, wave, account),
    sentTimes(db, own),
    timesBefore(db, own, surveys),
    savesBeforeSending(db, own, sectionsOfFields(form)),
    burdensIn(db, own),
    context.register(),
    dayFromToday(db, -days),
  ])
  const { sections } = form.instrument
  const known = { participants, times, last, histories, sections, burdens, register, stillSince }
  return { picture: responsePicture(known), stillSince }
}

async function timesBefore(
  db: Db,
  { wave, account }: { wave: string; account: number | undefined },
  surveys: string[],
) {
  const before = await waveBefore(db, wave, surveys)
  return before === undefined ? undefined : sentTimes(db, { wave: before, account })
}
