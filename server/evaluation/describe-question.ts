import { type Claims, describeWave, type VariableDescription } from '../../analysis/compare/describe-wave.ts'
import { toldPopulation } from '../../analysis/compare/told-population.ts'
import { groupByRegister, registerGroupings } from '../../analysis/groups/by-register.ts'
import type { Grouping } from '../../analysis/groups/grouping.ts'
import { type OncePerVerbund, oncePerVerbund } from '../../analysis/groups/once-per-verbund.ts'
import { completeDescriptions } from '../../analysis/imputation/complete-description.ts'
import type { Method } from '../../analysis/imputation/method.ts'
import { type Column, hasValue, missingColumn } from '../../analysis/panel/column.ts'
import { standsBehind } from '../../analysis/panel/stands-behind.ts'
import { findVariable, kindOf, type PanelVariable } from '../../analysis/panel/variable.ts'
import { waveValues } from '../../analysis/panel/wave-values.ts'
import type { PanelWeights } from '../../analysis/participation/panel-weights.ts'
import type { Completed } from '../../analysis/report/completed-tables.ts'
import { type Provenance, provenanceOf } from '../../analysis/report/provenance.ts'
import type { Question } from '../../surveys/compile/instrument.ts'
import { loadSharedWork } from '../../surveys/shared-work/load-shared-work.ts'
import type { Database } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import type { WantedData } from '../store/panel-answers.ts'
import { verbundOf } from '../store/verbund-of.ts'
import { completable, completeNumbers } from './complete-numbers.ts'
import { continuesOf } from './continues.ts'
import { makeWeights } from './make-weights.ts'
import { type LoadedPanel, loadPanel } from './open-panel.ts'
import { choosePopulation, readPopulation } from './population.ts'
import { loadRules, type WaveSurvey } from './surveys.ts'
import type { Weighed } from './weighed.ts'

interface DescribeRequest extends WantedData {
  /** How missing numbers are put in, where they are. */
  methods?: readonly Method[] | undefined
  survey: WaveSurvey
  question: Question
  /** A grouping of the register, or ''. */
  by: string
  /** Groupings of the register with the code that is meant. */
  filters: readonly { name: string; code: string }[]
  /** One of its items, where not all are meant. */
  variable?: string
  /** How to weight: see `makeWeights`. */
  weights?: string
  /** What figures speak of: a name of `populations`. */
  population?: string
}

export interface QuestionDescription {
  described: VariableDescription[]
  /** Of whom the figures are claimed to say something. */
  claims: Claims
  weights?: PanelWeights
  provenance: Provenance
  /** What was put in, where that was asked for. */
  completed?: Completed
  /** Where a sum over Kommunen counts those who work for several of them several times: the sums. */
  shared?: readonly OncePerVerbund[]
  loaded: LoadedPanel
  /** The places of the units that were filtered. */
  indices: readonly number[]
  grouping?: Grouping
}

/** What can be described of a question: its items and options, and of counts those for persons of whom nothing is known. */
export const describable = ({ variables }: Question) =>
  variables.filter((one) => kindOf(one) !== undefined && one.role !== 'notAvailable')

/** Reads what was answered to a question in one wave, and describes it. */
export async function describeQuestion(
  context: Database,
  { survey, question, by, filters, methods, ...request }: DescribeRequest,
): Promise<QuestionDescription> {
  const { variable: only, weights: weighting, population: populationName, ...data } = request
  const rules = await loadRules()
  const variables = itemsOf(question, only).flatMap(({ name }): PanelVariable[] => {
    const found = findVariable(name, [survey], [], continuesOf(rules))
    return 'problem' in found ? [] : [found]
  })
  const loaded = await loadPanel(context, [survey], [survey], variables, data)
  const { units, panel } = loaded
  const grouping = by === '' ? undefined : groupingNamed(by, loaded)
  const chosen = filters.map(({ name, code }) => ({ ...groupingNamed(name, loaded), code }))
  const empty = chosen.find(({ groups, code }) => groups.every((group) => group.code !== code))
  if (empty !== undefined) throw new InputError(`Den Filter „${empty.name}=${empty.code}“ erfüllt niemand.`)
  const indices = [...units.keys()].filter((index) => chosen.every(({ of, code }) => of[index] === code))
  const behind = standsBehind(survey.instrument.unit, panel.units)
  const meant = { db: context.db, surveys: [survey], loaded }
  const named = choosePopulation(populationName, survey.instrument.unit)
  const population = await readPopulation(named, { ...meant, frame: indices })
  const weights =
    weighting === undefined ? undefined : await weightsOfWave(weighting, { ...meant, indices, figures: [] }, variables)
  const claims: Claims = {
    population,
    ...(weights && { weights: new Map(variables.map(({ name }) => [name, weights])) }),
  }
  const described = describeWave({
    wave: survey.wave,
    variables,
    panel,
    indices,
    behind,
    claims,
    ...(grouping === undefined ? {} : { grouping }),
  })
  const completed = methods && {
    methods,
    described: completeDescriptions(described, {
      imputations: await completeNumbers(
        context.pool,
        completable(survey.instrument).flatMap(({ name }) =>
          variables.some((one) => one.name === name) ? [name] : [],
        ),
        { ...survey, units, methods },
        loaded.snapshot,
      ),
      columnOf: (name) => columnNamed(name, variables, loaded, survey.wave),
      indices,
      grouping,
      behind,
    }),
  }
  const isShared = (await loadSharedWork(survey.instrument.id)).has(question.id)
  const shared = isShared && (await sharedSums(context, { survey, variables, loaded, indices }))
  return {
    described,
    claims,
    ...(weights && { weights }),
    ...(shared && { shared }),
    ...(completed && { completed }),
    provenance: provenanceOf({
      surveys: [survey],
      variables,
      snapshot: loaded.snapshot,
      versions: loaded.versions,
      filters: filters.map(({ name, code }) => `${name}=${code}`),
      units: indices.length,
      options: { replicates: 0, ...(weights && { weights }) },
      population: toldPopulation({ surveys: [survey], panel, indices, options: { population } }),
      ...(methods && { methods }),
      ...(grouping === undefined ? {} : { grouping }),
    }),
    loaded,
    indices,
    ...(grouping === undefined ? {} : { grouping }),
  }
}

/** All items of a question, or the one that is named. */
function itemsOf(question: Question, only: string | undefined) {
  const all = describable(question)
  if (only === undefined) return all
  const found = all.filter(({ name }) => name === only)
  if (found.length > 0) return found
  const known = all.map(({ name }) => name).join(', ')
  throw new InputError(`Die Frage ${question.number} hat keine Angabe „${only}“. Möglich sind: ${known}.`)
}

/** Of persons no weights are told: a few employ them, and what weighs alike within a Verbund would tell of it. */
async function weightsOfWave(
  name: string,
  weighed: Weighed,
  variables: readonly PanelVariable[],
): Promise<PanelWeights> {
  if (weighed.surveys.some(({ instrument }) => instrument.unit !== 'gemeinde'))
    throw new InputError(
      'Gewichte einer Welle gibt es nur bei Kommunen: Neben dem ungewichteten Ergebnis ließe sich aus ihnen errechnen, was die Personen eines Verbunds gesagt haben.',
    )
  return makeWeights(name, weighed, variables)
}

/** The sums of numbers of which each Kommune tells of all who work there. */
async function sharedSums(
  { pool }: Database,
  {
    survey,
    variables,
    loaded,
    indices,
  }: { survey: WaveSurvey; variables: readonly PanelVariable[]; loaded: LoadedPanel; indices: readonly number[] },
): Promise<OncePerVerbund[]> {
  const verbuende = await verbundOf(pool, survey.stichtag, loaded.snapshot)
  return variables
    .filter(({ kind }) => kind === 'number')
    .map(({ name }) => {
      const column = columnNamed(name, variables, loaded, survey.wave)
      const figures = indices
        .filter((index) => hasValue(column, index))
        .map((index) => {
          const unit = loaded.units[index]?.unit ?? ''
          return { value: column.values[index] ?? 0, unit, verbund: verbuende.get(unit) }
        })
      return oncePerVerbund(figures)
    })
}

function columnNamed(name: string, variables: readonly PanelVariable[], { panel }: LoadedPanel, wave: string): Column {
  const variable = variables.find((one) => one.name === name)
  return variable === undefined
    ? missingColumn(panel.units.length, 'nicht_gefragt')
    : waveValues(variable, panel, wave).result
}

function groupingNamed(name: string, { units }: LoadedPanel): Grouping {
  const found = registerGroupings.find((one) => one.name === name)
  if (found !== undefined) return groupByRegister(found, units)
  const known = registerGroupings.map((one) => one.name).join(', ')
  throw new InputError(`Nach „${name}“ lässt sich hier nicht gruppieren. Möglich sind: ${known}.`)
}
