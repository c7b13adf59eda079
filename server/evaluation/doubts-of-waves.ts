import type { Doubted, DoubtsOfWave } from '../../analysis/compare/doubted.ts'
import type { PanelVariable } from '../../analysis/panel/variable.ts'
import { outcomesOfUnits } from '../../analysis/quality/outcomes-of-units.ts'
import { checkKindOf } from '../../surveys/checks/index.ts'
import type { Database } from '../database/database.ts'
import { lastWaves } from '../forms/last-waves.ts'
import { withFigures } from '../forms/with-figures.ts'
import { answeredUnits } from '../store/answered-units.ts'
import type { Snapshot } from '../store/panel-answers.ts'
import { readRegister } from '../store/register.ts'
import { givenIn } from '../store/screening.ts'
import type { WaveSurvey } from './surveys.ts'
import { withInhabitants } from './with-inhabitants.ts'

interface Looked {
  surveys: readonly WaveSurvey[]
  variables: readonly PanelVariable[]
  /** The keys of the units, in their places. */
  units: readonly string[]
  snapshot: Snapshot
}

export type Doubts = (variable: PanelVariable, wave: string) => DoubtsOfWave

/** What the checks say of the answers that variables are made of, wave by wave, with the office's corrections. */
export async function readDoubts({ db, pool }: Database, looked: Looked): Promise<Doubts> {
  const { surveys, variables, units, snapshot } = looked
  const { state, values } = snapshot
  const found = new Map<PanelVariable, Map<string, DoubtsOfWave>>(variables.map((one) => [one, new Map()]))
  const register = await readRegister(db)
  const places = new Map(units.map((unit, place) => [unit, place]))
  for (const survey of surveys) {
    const { wave, instrument, stichtag } = survey
    const checksOf = new Map(variables.map((one) => [one, checksAbout(one, survey)]))
    const checks = instrument.checks.filter(({ id }) => [...checksOf.values()].some((own) => own.has(id)))
    if (checks.length === 0) continue
    const [given, answered, last] = await Promise.all([
      givenIn(pool, wave, state),
      answeredUnits(pool, wave, { state, values }),
      lastWaves(pool, survey, { state, values }),
    ])
    const keys = [...given.keys()]
    const codes = instrument.indicators.map(({ code }) => code)
    const known = await withFigures(pool, withInhabitants(register, answered), { units: keys, stichtag, state }, codes)
    const outcomes = outcomesOfUnits({ instrument: { ...instrument, checks }, register: known, given, last })
    const isError = new Map(checks.map(({ id, severity }) => [id, severity === 'error']))
    for (const [variable, own] of checksOf) {
      const violated = new Map<number, { check: string; isOpen: boolean }[]>()
      for (const { check, outcomes: all } of outcomes.filter((one) => own.has(one.check)))
        for (const [at, outcome] of all.entries()) {
          const place = places.get(keys[at] ?? '')
          if (place === undefined || (outcome !== 'open' && outcome !== 'justified')) continue
          violated.set(place, [...(violated.get(place) ?? []), { check, isOpen: outcome === 'open' }])
        }
      const doubts = [...violated].map(([place, all]): [number, Doubted] => {
        const isContradictory = all.some(({ check }) => isError.get(check))
        const doubt = isContradictory ? 'contradictory' : all.some(({ isOpen }) => isOpen) ? 'open' : 'justified'
        return [place, { doubt, checks: all.map(({ check }) => check) }]
      })
      found.get(variable)?.set(wave, new Map(doubts))
    }
  }
  return (variable, wave) => found.get(variable)?.get(wave) ?? new Map()
}

/** The checks of a wave that look at what a variable is made of. */
function checksAbout(variable: PanelVariable, { wave, instrument }: WaveSurvey): Set<string> {
  const names = new Set([...(variable.asked.get(wave)?.variables.values() ?? [])].map(({ name }) => name))
  const about = instrument.checks.filter((check) =>
    checkKindOf(check.kind)
      .fields(check)
      .some((name) => names.has(name)),
  )
  return new Set(about.map(({ id }) => id))
}
