import { formatDate } from '../../surveys/reading/dates.ts'
import type { Db } from '../database/database.ts'
import type { AskedWave } from '../field/asked-wave.ts'
import { openQueries } from '../store/queries.ts'
import { participantIds } from '../store/scopes.ts'
import { dayFromToday } from '../store/waves.ts'
import { typedDay } from '../waves/plan-typed.ts'
import { readAbout } from './about.ts'
import { extentOf } from './extent.ts'

const longestQuery = 4000

/** What is said of a text that is too long for a thread, or ''. */
export const tooLong = (text: string): string =>
  text.length > longestQuery ? `Bitte kürzen Sie den Text auf ${longestQuery} Zeichen.` : ''

export interface TypedQuery {
  /** `feld:zp_gesamt`. */
  zu: string
  text: string
  bis: string
}

interface Wanted {
  units: readonly string[]
  typed: TypedQuery
  by: number | undefined
  /** Somebody else has looked whether the account may ask these. */
  mayAskThese?: true
}

interface Fault {
  field: keyof TypedQuery | ''
  message: string
}

/** Opens a Rückfrage for one or many; or says all that is wrong with it, and opens none. */
export async function askBack(
  db: Db,
  { wave, form }: AskedWave,
  { units, typed, by, mayAskThese }: Wanted,
): Promise<{ opened: number[]; participants: number[] } | { faults: Fault[] }> {
  const about = readAbout(typed.zu)
  const extent = about && extentOf(about, form.instrument)
  const [text, dueOn] = [typed.text.trim(), typedDay(typed.bis)]
  const [today, own] = await Promise.all([
    dayFromToday(db, 0),
    participantIds(db, wave.id, mayAskThese ? undefined : by),
  ])
  const strangers = units.filter((unit) => !own.has(unit))
  const faults: Fault[] = [
    ...(wave.opened_at === null ? [{ field: '' as const, message: 'Die Erhebung ist noch nicht geöffnet.' }] : []),
    ...(units.length === 0 ? [{ field: '' as const, message: 'Bitte kreuzen Sie an, wen Sie fragen.' }] : []),
    ...(strangers.length > 0
      ? [{ field: '' as const, message: `An ${wave.id} nimmt nicht teil: ${strangers.join(', ')}.` }]
      : []),
    ...(extent === undefined ? [{ field: 'zu' as const, message: 'Bitte wählen Sie, worum es geht.' }] : []),
    ...(text === '' ? [{ field: 'text' as const, message: 'Bitte schreiben Sie, was Sie wissen möchten.' }] : []),
    ...(tooLong(text) === '' ? [] : [{ field: 'text' as const, message: tooLong(text) }]),
    ...(dueOn
      ? dueOn < today
        ? [{ field: 'bis' as const, message: `Der ${formatDate(dueOn)} ist schon vorbei.` }]
        : []
      : [{ field: 'bis' as const, message: 'Bitte geben Sie den Tag an, zum Beispiel 31.12.2026.' }]),
  ]
  if (faults.length > 0 || about === undefined || extent === undefined || !dueOn) return { faults }
  const participants = [...new Set(units)].flatMap((unit) => own.get(unit) ?? [])
  const opened = await openQueries(db, { wave: wave.id, participants, about, extent, text, dueOn, by })
  return { opened, participants }
}
