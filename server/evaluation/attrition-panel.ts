import { defaults } from '../../analysis/compare/options.ts'
import { groupByRegister, regierungsbezirk, registerGroupings } from '../../analysis/groups/by-register.ts'
import { standsBehind } from '../../analysis/panel/stands-behind.ts'
import { waveValues } from '../../analysis/panel/wave-values.ts'
import { type Attrition, attrition } from '../../analysis/participation/attrition.ts'
import type { Covariate } from '../../analysis/participation/participation-model.ts'
import { inhabitants, logInhabitants } from '../../analysis/participation/register-covariates.ts'
import { type Provenance, provenanceOf } from '../../analysis/report/provenance.ts'
import type { AttritionScriptSource } from '../../analysis/scripts/attrition-input.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Database } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import type { Forms } from '../forms/form.ts'
import type { WantedData } from '../store/panel-answers.ts'
import { readIndicatorCovariates } from './indicator-covariates.ts'
import { type LoadedPanel, loadPanel } from './open-panel.ts'
import { openWaves } from './open-waves.ts'
import { participationIn } from './participation-in.ts'
import type { Reader } from './reader.ts'
import type { WaveSurvey } from './surveys.ts'

export interface AttritionRequest extends WantedData {
  /** The earlier wave and the later one. */
  waves: readonly [string, string]
  /** What was answered in the earlier wave, to hold those who stayed against those who left. */
  variables?: readonly string[]
  /** Administrative figures to be held against each other, which the logit knows too: see `readIndicatorCovariates`. */
  indicators?: readonly string[]
  level?: number
  reader?: Reader
}

export interface AttritionAnswer {
  /** Who is meant: `Kommunen`. */
  many: string
  surveys: readonly WaveSurvey[]
  loaded: LoadedPanel
  attrition: Attrition
  provenance: Provenance
  /** What it was computed from. */
  asked: Pick<AttritionScriptSource, 'key' | 'units' | 'participation' | 'groupings' | 'modelGrouping'>
}

/** Reads who was asked and who answered, and says who is missing. */
export async function attritionOfPanel(
  context: Database,
  forms: Forms,
  request: AttritionRequest,
): Promise<AttritionAnswer> {
  const { surveys, variable: choose } = await openWaves(context.db, forms, request.waves)
  const variables = (request.variables ?? []).map((name) => {
    const variable = choose(name)
    if (!variable.asked.has(request.waves[0]))
      throw new InputError(`Nach „${name}“ wurde in ${request.waves[0]} nicht gefragt.`)
    if (variable.kind !== 'category') return variable
    throw new InputError(`„${name}“ ist eine Auswahl; vergleichen lassen sich hier Zahlen und Ja/Nein-Angaben.`)
  })
  const loaded = await loadPanel(context, surveys, surveys, variables, request)
  const { snapshot, units, panel, versions } = loaded
  const [first, second] = await participationIn(context.db, request.waves, loaded)
  if (first === undefined || second === undefined) throw new Error('two waves have two participations')
  const beside = { survey: surveys[0] as WaveSurvey, units, state: snapshot.state }
  const figures = await readIndicatorCovariates(context.db, request.indicators ?? [], beside)
  const answered = variables.map(
    (variable): Covariate => ({
      name: variable.name,
      label: `${variable.label}, ${first.wave}`,
      values: waveValues(variable, panel, first.wave).result.values,
    }),
  )
  const indices = [...units.keys()]
  const groupings = registerGroupings.map((one) => groupByRegister(one, units))
  const modelGrouping = groupByRegister(regierungsbezirk, units)
  const level = request.level ?? defaults.level
  const unit = unitKinds[surveys[0]?.instrument.unit ?? 'gemeinde']
  return {
    surveys,
    many: unit.many,
    loaded,
    attrition: attrition({
      first,
      second,
      indices,
      characteristics: groupings,
      covariates: [inhabitants(units), ...figures],
      answers: answered,
      model: {
        covariates: [logInhabitants(units), ...figures],
        groupings: [modelGrouping],
      },
      behind: standsBehind(surveys[0]?.instrument.unit, panel.units),
      level,
    }),
    provenance: provenanceOf({
      surveys,
      variables,
      snapshot,
      versions,
      filters: [],
      units: indices.length,
      options: { level },
      indicators: figures,
      territory: loaded.territory,
    }),
    asked: {
      key: unit.key,
      units,
      participation: [first, second],
      groupings,
      modelGrouping,
    },
  }
}
