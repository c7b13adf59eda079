import { type UnitKind, unitKinds } from '../../surveys/compile/unit-kinds.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import type { Db } from '../database/database.ts'
import { dependsOnDay, unitsOn } from '../store/askable-units.ts'
import { changeDates, unitsOfWave } from '../store/wave-office.ts'
import { dayFromToday, type Wave } from '../store/waves.ts'
import { typedDay } from './plan-typed.ts'

const wanted = 'Bitte geben Sie den Tag an, zum Beispiel 31.12.2026.'

/** Changes the days of a wave that is not open yet; or says what is wrong with them. */
export async function moveDates(
  db: Db,
  wave: Wave,
  typed: { stichtag: string; frist: string; reason: string },
  { unit, by }: { unit: UnitKind; by: number | undefined },
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
  if (dependsOnDay(unit) && days.stichtag !== wave.stichtag) {
    const askable = new Set(await unitsOn(db, unit, days.stichtag))
    const strangers = (await unitsOfWave(db, wave.id)).filter((one) => !askable.has(one))
    if (strangers.length > 0) return [{ field: 'stichtag', message: notThen(strangers, unit) }]
  }
  await db.transaction().execute((trx) => changeDates(trx, wave.id, days, { by, reason: typed.reason }))
  return []
}

const mostNamed = 5

function notThen(strangers: readonly string[], unit: UnitKind): string {
  const more = strangers.length - mostNamed
  const named = `${strangers.slice(0, mostNamed).join(', ')}${more > 0 ? ` und ${more} weitere` : ''}`
  return `An diesem Stichtag war ${unitKinds[unit].none}: ${named}. Bitte nehmen Sie sie zuerst heraus, oder legen Sie eine neue Erhebung an.`
}
