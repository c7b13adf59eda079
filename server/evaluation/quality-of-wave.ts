import { standsBehind } from '../../analysis/panel/stands-behind.ts'
import { type CheckQuality, discloseQuality, tellQuality } from '../../analysis/quality/check-quality.ts'
import { outcomesOfUnits } from '../../analysis/quality/outcomes-of-units.ts'
import type { RouteContext } from '../boot/context.ts'
import { lastWaves } from '../forms/last-waves.ts'
import { withFigures } from '../forms/with-figures.ts'
import { answeredUnits } from '../store/answered-units.ts'
import { readSnapshot, type WantedData } from '../store/panel-answers.ts'
import { participantIds } from '../store/scopes.ts'
import { givenIn } from '../store/screening.ts'
import type { WaveSurvey } from './surveys.ts'
import { withInhabitants } from './with-inhabitants.ts'

interface QualityRequest extends Pick<WantedData, 'state'> {
  /** Who asks: of single answers it sees those of the units that it works for. */
  account?: number | undefined
  /** Whether it may look at single answers; else nothing is told that betrays one. */
  seesAnswers: boolean
}

export interface QualityOfWave {
  survey: WaveSurvey
  state: number
  isDisclosed: boolean
  checks: CheckQuality[]
}

/** How the answers of a wave stand to its checks, with the office's corrections. */
export async function qualityOfWave(
  { db, pool, register }: Pick<RouteContext, 'db' | 'pool' | 'register'>,
  survey: WaveSurvey,
  { account, seesAnswers, state: wanted }: QualityRequest,
): Promise<QualityOfWave> {
  const { wave, instrument, synthetic, stichtag } = survey
  const { state, values } = await readSnapshot(pool, wanted)
  const [all, answered, last, mine] = await Promise.all([
    givenIn(pool, wave, state),
    answeredUnits(pool, wave, { state, values }),
    lastWaves(pool, { instrument, synthetic }, { state, values }),
    participantIds(db, wave, seesAnswers ? account : undefined),
  ])
  const given = new Map([...all].filter(([unit]) => mine.has(unit)))
  const units = [...given.keys()]
  const indicators = instrument.indicators.map(({ code }) => code)
  const past = withInhabitants(await register(), answered)
  const known = await withFigures(pool, past, { units, stichtag, state }, indicators)
  const checked = outcomesOfUnits({ instrument, register: known, given, last })
  return {
    survey,
    state,
    isDisclosed: !seesAnswers,
    checks: seesAnswers ? tellQuality(checked) : discloseQuality(checked, standsBehind(instrument.unit, units)),
  }
}
