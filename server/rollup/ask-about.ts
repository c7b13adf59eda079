import type { UnitState } from '../../analysis/rollup/roll-up.ts'
import { type Place, placeOf } from '../../analysis/rollup/structure.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import type { RouteContext } from '../boot/context.ts'
import type { AskedWave } from '../field/asked-wave.ts'
import { queueMailing } from '../mail/queue.ts'
import { askBack } from '../queries/ask-back.ts'
import { askAboutFigure } from '../store/figure-queries.ts'
import { dayFromToday } from '../store/waves.ts'
import { typedDay } from '../waves/plan-typed.ts'
import type { ReadRollUp } from './read-roll-up.ts'

const longestQuestion = 4000

/** A question about a figure as it is typed. */
export interface TypedQuestion {
  /** Who is asked: `empfaenger/117042`, `person/117000-001`. */
  an: string
  zahl: string
  text: string
  bis: string
  mail: boolean
}

interface Fault {
  field: string
  message: string
}

/** Whom a unit can ask: those below it; and itself is asked by the level that only receives, where somebody works for all. */
export const askable = (
  { levels }: ReadRollUp,
  { children, level, place }: UnitState,
  worksForAll: boolean,
): Place[] => (levels.at(-1)?.id === level && worksForAll ? [...children, place] : [...children])

/** Asks one of those below a unit about a figure: persons in their form, all others on their page. Comes back with what is wrong. */
export async function askAbout(
  { db, config }: Pick<RouteContext, 'db' | 'config'>,
  { asked, read, state }: { asked: AskedWave; read: ReadRollUp; state: UnitState },
  { typed, by, worksForAll }: { typed: TypedQuestion; by: number; worksForAll: boolean },
): Promise<Fault[]> {
  const to = askable(read, state, worksForAll).find((place) => place === typed.an)
  const [level = '', unit = ''] = (to ?? '').split('/')
  const lowest = read.way.levels[0].id
  const figure = read.way.figures.find(({ variable }) => variable === typed.zahl)
  const isPerson = level === lowest
  const faults: Fault[] = [
    ...(to === undefined ? [{ field: 'an', message: 'Bitte wählen Sie, wen Sie fragen.' }] : []),
    ...(figure === undefined ? [{ field: 'zahl', message: 'Bitte wählen Sie, um welche Zahl es geht.' }] : []),
    ...(isPerson && figure !== undefined && figure.level !== lowest
      ? [{ field: 'zahl', message: 'Nach dieser Zahl sind Personen nicht gefragt. Bitte wählen Sie eine andere.' }]
      : []),
  ]
  if (isPerson && faults.length === 0) {
    const { text, bis } = typed
    const question = { zu: `feld:${typed.zahl}`, text, bis }
    const outcome = await askBack(db, asked, { units: [unit], typed: question, by, mayAskThese: true })
    if ('faults' in outcome)
      return outcome.faults.map(({ field, message }) => ({ field: field === 'zu' ? 'zahl' : field || 'an', message }))
    const only = outcome.participants
    if (typed.mail)
      await queueMailing(db, config.mail, { wave: read.wave, template: 'rueckfrage', only, accountId: by })
    return []
  }
  const [text, dueOn, today] = [typed.text.trim(), typedDay(typed.bis), await dayFromToday(db, 0)]
  faults.push(
    ...(text === '' ? [{ field: 'text', message: 'Bitte schreiben Sie, was Sie wissen möchten.' }] : []),
    ...(text.length > longestQuestion
      ? [{ field: 'text', message: `Bitte kürzen Sie den Text auf ${longestQuestion} Zeichen.` }]
      : []),
    ...(dueOn ? [] : [{ field: 'bis', message: 'Bitte geben Sie den Tag an, zum Beispiel 31.12.2026.' }]),
    ...(dueOn && dueOn < today ? [{ field: 'bis', message: `Der ${formatDate(dueOn)} ist schon vorbei.` }] : []),
  )
  if (faults.length > 0 || !dueOn) return faults
  const from =
    to === state.place
      ? { level: read.way.levels.at(-1)?.id ?? '', unit: '' }
      : { level: state.level, unit: state.place.slice(state.level.length + 1) }
  await askAboutFigure(db, { wave: read.wave, from, to: { level, unit }, figure: typed.zahl, text, dueOn, by })
  return []
}

/** What is wrong with an answer; '' where nothing is. */
export const answerFault = (text: string): string =>
  text === ''
    ? 'Bitte schreiben Sie eine Antwort.'
    : text.length > longestQuestion
      ? `Bitte kürzen Sie den Text auf ${longestQuestion} Zeichen.`
      : ''

/** The number of a person who is asked, by the place. */
export function participantAt({ persons, way }: ReadRollUp, place: Place): number | undefined {
  const level = way.levels[0].id
  return persons.find(({ unit }) => placeOf(level, unit) === place)?.id
}
