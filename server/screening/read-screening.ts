import { type CutOff, cutOffOf } from '../../analysis/screening/cut-off.ts'
import { gather } from '../../analysis/screening/gather.ts'
import { parameters } from '../../analysis/screening/parameters.ts'
import { type SameWords, sameWords } from '../../analysis/screening/same-words.ts'
import { screen } from '../../analysis/screening/screen.ts'
import type { Screened } from '../../analysis/screening/screened.ts'
import type { Register } from '../../surveys/reading/register.ts'
import type { RouteContext } from '../boot/context.ts'
import type { AskedWave } from '../field/asked-wave.ts'
import { lastWaves } from '../forms/last-waves.ts'
import { withFigures } from '../forms/with-figures.ts'
import { readSnapshot } from '../store/panel-answers.ts'
import { readUnits } from '../store/panel-units.ts'
import { participantIds } from '../store/scopes.ts'
import { decisionsOn, givenIn } from '../store/screening.ts'
import { type Gained, gainedBy } from './gained.ts'
import { type QueueItem, queueOf } from './queue.ts'

type Needed = Pick<RouteContext, 'db' | 'pool' | 'register'>

export interface Screening {
  /** The state of the data that it is of. */
  state: number
  screened: Screened
  queue: QueueItem[]
  cutOff: CutOff
  /** Reasons that many gave with the same words. */
  alike: SameWords[]
  gained: Gained
}

/** Where to look first in a wave, among those that an account works for; what may stay behind the line is a share of each total. */
export async function readScreening(
  context: Needed,
  { wave, form }: AskedWave,
  { accountId, leftOver }: { accountId: number | undefined; leftOver: number },
): Promise<Screening> {
  const { db, pool } = context
  const { state, values } = await readSnapshot(pool)
  const [units, given, last, ids] = await Promise.all([
    readUnits(pool, [wave.id], { state }),
    givenIn(pool, wave.id, state),
    lastWaves(pool, { instrument: form.instrument, synthetic: wave.synthetic }, { state, values }),
    participantIds(db, wave.id, accountId),
  ])
  const register = await registerOf(context, { wave, form }, { units: [...given.keys()], state })
  const screened = gather({ instrument: form.instrument, register, units, given, last })
  const isOwn = (place: number) => ids.has(units[place]?.unit ?? '')
  const suspects = screen(screened, parameters, isOwn)
  const cutOff = cutOffOf(suspects, screened.variables, leftOver)
  const decisions = await decisionsOn(db, [...ids.values()])
  return {
    state,
    screened,
    queue: queueOf(suspects, { units, ids, decisions, cutOff }),
    cutOff,
    alike: sameWords(screened.failed.filter(({ unit }) => isOwn(unit))),
    gained: gainedBy(decisions, screened, ids),
  }
}

/** The register with the figures that checks hold against answers, where a questionnaire asks for some. */
async function registerOf(
  { pool, register }: Needed,
  { wave, form }: AskedWave,
  figures: { units: readonly string[]; state: number },
): Promise<Register> {
  const indicators = form.instrument.indicators.map(({ code }) => code)
  return withFigures(pool, await register(), { ...figures, stichtag: wave.stichtag }, indicators)
}
