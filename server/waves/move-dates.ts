import { formatDate } from '../../surveys/reading/dates.ts'
import type { Db } from '../database/database.ts'
import { changeDates } from '../store/wave-office.ts'
import { dayFromToday, type Wave } from '../store/waves.ts'
import { typedDay } from './plan-typed.ts'

const wanted = 'Bitte geben Sie den Tag an, zum Beispiel 31.12.2026.'

/** Changes the days of a wave that is not open yet; or says what is wrong with them. */
export async function moveDates(
  db: Db,
  wave: Wave,
  typed: { stichtag: string; frist: string; reason: string },
  by: number | undefined,
): Promise<{ field: string; message: string }[]> {
  const [stichtag, frist] = [typedDay(typed.stichtag), typedDay(typed.frist)]
  const today = await dayFromToday(db, 0)
  const faults = [
    ...(wave.state === 'created'
      ? []
      : [
          {
            field: 'frist',
            message: 'Die Erhebung ist schon geöffnet. Ihre Frist lässt sich unter „Fristen“ verlängern.',
          },
        ]),
    ...(stichtag === undefined ? [{ field: 'stichtag', message: wanted }] : []),
    ...(frist ? [] : [{ field: 'frist', message: wanted }]),
    ...(frist && frist < today
      ? [{ field: 'frist', message: `Der ${formatDate(frist)} ist schon vorbei. Der früheste letzte Tag ist heute.` }]
      : []),
    ...(frist && stichtag && frist < stichtag
      ? [{ field: 'frist', message: `Die Frist ${formatDate(frist)} liegt vor dem Stichtag ${formatDate(stichtag)}.` }]
      : []),
    ...(typed.reason === '' ? [{ field: 'warum', message: 'Bitte geben Sie den Grund an.' }] : []),
  ]
  if (faults.length > 0 || !frist) return faults
  const days = { stichtag: stichtag || null, frist }
  await db.transaction().execute((trx) => changeDates(trx, wave.id, days, { by, reason: typed.reason }))
  return []
}
