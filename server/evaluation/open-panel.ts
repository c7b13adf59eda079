import { buildPanel, type Panel } from '../../analysis/panel/build-panel.ts'
import { carryAnswers } from '../../analysis/panel/carry-answers.ts'
import type { PanelUnit } from '../../analysis/panel/unit.ts'
import type { PanelSurvey, PanelVariable } from '../../analysis/panel/variable.ts'
import type { IndicatorProvenance } from '../../analysis/report/provenance.ts'
import type { Database } from '../database/database.ts'
import {
  type ReadAnswers,
  readAnswers,
  readSnapshot,
  type Snapshot,
  type Wanted,
  type WantedData,
} from '../store/panel-answers.ts'
import { readUnits } from '../store/panel-units.ts'
import { withIndicators } from './read-indicators.ts'
import { addsUpIn, isMerged, type LoadedTerritory, readTerritory } from './read-territory.ts'
import type { Reader } from './reader.ts'
import { basesOf, readStated } from './stated-bases.ts'
import type { WaveSurvey } from './surveys.ts'

/** Answers of some waves laid over each other, with where they come from. */
export interface LoadedPanel {
  snapshot: Snapshot
  units: readonly PanelUnit[]
  panel: Panel
  /** By wave: who has answered. */
  answered: ReadonlyMap<string, ReadonlySet<string>>
  /** By wave: under which versions of the questionnaire the answers were given. */
  versions: ReadonlyMap<string, ReadAnswers['versions']>
  /** Administrative figures among the variables. */
  indicators: readonly IndicatorProvenance[]
  /** Kommunen that changed between the waves, and what became of that here. */
  territory: LoadedTerritory
}

/**
 * Reads what some variables need, and no more, as it was in a state of the data. The units are those that were asked in the waves
 * compared; other waves may be read beside them.
 */
export async function loadPanel(
  { db, pool }: Database,
  compared: readonly PanelSurvey[],
  surveys: readonly WaveSurvey[],
  variables: readonly PanelVariable[],
  { state, values, territory: wanted, reader }: WantedData & { reader?: Reader } = {},
): Promise<LoadedPanel> {
  const snapshot = await readSnapshot(pool, state, values)
  const waves = compared.map(({ wave }) => wave)
  const territory = await readTerritory({ db, pool }, surveys, waves, { snapshot, used: wanted, reader })
  const units = (await readUnits(pool, waves, snapshot)).filter(({ unit }) => !territory.gone.has(unit))
  const answers: ReadAnswers[] = []
  const bases = new Set<string>()
  for (const survey of surveys) {
    const { wave, instrument } = survey
    const besides = basesOf(survey, variables)
    for (const { name } of besides) bases.add(name)
    const needed = [...wantedOf(wave, instrument, variables), ...besides]
    const read = await readAnswers(pool, wave, needed, snapshot)
    answers.push(carryAnswers(read, territory.carried, addsUpIn(needed)))
  }
  const names = [
    ...new Set(variables.flatMap(({ asked }) => [...asked.values()].flatMap(({ variables: of }) => [...of.keys()]))),
    ...bases,
  ]
  const keys = units.map(({ unit }) => unit)
  const built = buildPanel(keys, answers, names)
  const laid = await Promise.all(
    built.waves.map(async (one) => {
      const survey = surveys.find(({ wave }) => wave === one.wave)
      if (survey === undefined) return one
      const stated = await readStated(pool, survey, variables, snapshot, keys)
      return { ...one, stated: stated.filter(({ unit }) => !isMerged(territory, one.wave, keys[unit])) }
    }),
  )
  return {
    snapshot,
    units,
    territory,
    ...(await withIndicators(db, { ...built, waves: laid }, surveys, variables, snapshot.state)),
    answered: new Map(answers.map(({ wave, units: own }) => [wave, new Set(own)])),
    versions: new Map(answers.map(({ wave, versions }) => [wave, versions])),
  }
}

/** What units are called, by their keys; a person only by the number. */
export function namesOf(units: readonly PanelUnit[]): (unit: string) => string {
  const names = new Map(units.map(({ unit, name }) => [unit, name]))
  return (unit) => names.get(unit) ?? unit
}

function wantedOf(
  wave: string,
  { questions }: PanelSurvey['instrument'],
  variables: readonly PanelVariable[],
): Wanted[] {
  const wanted = new Map<string, Wanted>()
  for (const { asked, categories } of variables) {
    for (const [name, variable] of asked.get(wave)?.variables ?? []) {
      const all = variable.role === 'option' ? (questions.get(variable.question)?.variables ?? []) : []
      const options = all.filter(({ role }) => role === 'option').map((one) => one.name)
      wanted.set(name, { name, variable, options, codes: categories.map(({ code }) => code) })
    }
  }
  return [...wanted.values()]
}
