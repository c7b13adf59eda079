import { type CompareWaves, compareWaves } from '../../analysis/compare/compare-waves.ts'
import { type CompareOptions, defaults, waveSet } from '../../analysis/compare/options.ts'
import type { ComparedGroup, WavesCompared } from '../../analysis/compare/results.ts'
import { widestStep } from '../../analysis/compare/widest-step.ts'
import { byKreis, groupByRegister } from '../../analysis/groups/by-register.ts'
import type { Grouping } from '../../analysis/groups/grouping.ts'
import type { PanelVariable } from '../../analysis/panel/variable.ts'
import { type Provenance, provenanceOf } from '../../analysis/report/provenance.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Database } from '../database/database.ts'
import type { Forms } from '../forms/form.ts'
import type { WantedData } from '../store/panel-answers.ts'
import { readAssumed, requireUse, type TypedAssumptions } from './assumed.ts'
import { chooseGrouping } from './choose.ts'
import { readDoubts } from './doubts-of-waves.ts'
import { filteredUnits, groupingOf, readFilter } from './grouping-of.ts'
import { readIndicatorCovariates } from './indicator-covariates.ts'
import { makeWeights, otherWeights } from './make-weights.ts'
import { type LoadedPanel, loadPanel } from './open-panel.ts'
import { openWaves } from './open-waves.ts'
import { choosePopulation, readPopulation } from './population.ts'
import { isMerged } from './read-territory.ts'
import { type Reader, sightOf } from './reader.ts'
import type { WaveSurvey } from './surveys.ts'
import type { Weighed } from './weighed.ts'
import { weightsOfSets } from './weights-of-sets.ts'
import { requireWholeKreise } from './whole-kreise.ts'

/** What is asked of the panel. */
export interface PanelRequest extends WantedData {
  /** Two or more, the earliest first. */
  waves: readonly string[]
  variables: readonly string[]
  /** What to group by: see `chooseGrouping`. */
  by?: string
  /** Only units of a group: `kreis=117`. */
  filters?: readonly string[]
  /** How to weight: a name of `weightings`. */
  weights?: string
  /** Administrative figures that the weights are made from too: see `readIndicatorCovariates`. */
  indicators?: readonly string[]
  /** What figures speak of: a name of `populations`. */
  population?: string
  /** What is taken for granted, as it was typed. */
  assumed?: TypedAssumptions
  options?: CompareOptions
  reader?: Reader
  /** Whether the first variable is to be compared by Kreis too, for a map. */
  withKreise?: boolean
  /** Whether it is to be said what checks say of single answers, to whoever may look at them. */
  withDoubts?: boolean
}

export interface PanelAnswer {
  compared: WavesCompared
  /** Who is meant: `Kommunen`. */
  many: string
  /** The first variable by Kreis, where that was asked for. */
  byKreis: readonly ComparedGroup[]
  surveys: readonly WaveSurvey[]
  /** In the order of `compared.variables`. */
  variables: readonly PanelVariable[]
  options: CompareOptions
  provenance: Provenance
  loaded: LoadedPanel
  grouping?: Grouping
  /** The places of the units that were meant. */
  indices: readonly number[]
}

/** Reads, lays over each other and compares. What cannot be done is thrown as an InputError with its sentence. */
export async function comparePanel(context: Database, forms: Forms, request: PanelRequest): Promise<PanelAnswer> {
  const { rules, continues, all, surveys, variable } = await openWaves(context.db, forms, request.waves)
  const variables = request.variables.map(variable)
  const assumed = readAssumed(request.assumed ?? {})
  const populationName = choosePopulation(request.population, surveys[0]?.instrument.unit)
  const choose = (text: string) => chooseGrouping(text, surveys, all, rules, continues)
  const by = request.by === undefined ? undefined : choose(request.by)
  const filters = (request.filters ?? []).map((text) => readFilter(text, choose))
  const used = [by, ...filters.map(({ chosen }) => chosen)].flatMap((one) => (one?.kind === 'answer' ? [one] : []))
  const read = [...new Set([...surveys, ...used.map(({ wave }) => wave)])]
  const loaded = await loadPanel(
    context,
    surveys,
    read,
    [...variables, ...used.map(({ variable }) => variable)],
    request,
  )
  const { snapshot, units } = loaded
  const divided = by && (await groupingOf(by, context, loaded))
  const grouping = divided?.grouping
  const { indices, frame, ...filtered } = await filteredUnits(filters, context, loaded)
  requireWholeKreise(loaded, variables, { grouping, indices })
  const beside = { survey: surveys[0] as WaveSurvey, units, state: snapshot.state }
  const figures = await readIndicatorCovariates(context.db, request.indicators ?? [], beside)
  const weighed: Weighed = { db: context.db, surveys, loaded, indices, figures }
  const ends = { ...weighed, surveys: endsOf(surveys) }
  const weightsBySet =
    request.weights === undefined || surveys.length === 2
      ? undefined
      : await weightsOfSets(request.weights, weighed, variables)
  const weights =
    weightsBySet?.get(waveSet(ends.surveys.map(({ wave }) => wave))) ??
    (request.weights === undefined ? undefined : await makeWeights(request.weights, ends, variables))
  const besides = weights?.report && (await otherWeights(weights, ends, variables))
  const population = await readPopulation(populationName, { db: context.db, surveys, loaded, frame })
  requireUse(assumed, { variables, population, units: indices.length })
  const options: CompareOptions = {
    ...{ ...defaults, population, assumed, ...request.options },
    ...(weights && { weights }),
    ...(weightsBySet && { weightsBySet }),
    ...(besides && { besides }),
  }
  const reads = await readableBy(request.reader, context.db, { surveys, loaded })
  // Checks look at the values that count: of others they would say what no longer holds.
  const isLookedAt =
    request.withDoubts === true && request.reader?.seesAnswers === true && snapshot.values === 'amended'
  const looked = { surveys, variables, units: loaded.panel.units, snapshot }
  const asked = {
    ...{ surveys, panel: loaded.panel, continues, indices, options, reads, ...inhabitantsOf(surveys, units) },
    ...(isLookedAt && { doubts: await readDoubts(context, looked) }),
  }
  const compared = compareWaves({ ...asked, variables, ...(grouping && { grouping }) })
  const provenance = provenanceOf({
    surveys,
    variables,
    snapshot,
    versions: loaded.versions,
    filters: filters.map(({ text }) => text),
    units: indices.length,
    options,
    indicators: [...loaded.indicators, ...(divided?.indicators ?? []), ...filtered.indicators, ...figures],
    compared,
    territory: loaded.territory,
    ...(grouping && { grouping }),
  })
  return {
    compared,
    many: unitKinds[surveys[0]?.instrument.unit ?? 'gemeinde'].many,
    byKreis: request.withKreise
      ? kreiseOf(compared, { ...asked, variables: variables.slice(0, 1) }, loaded, grouping)
      : [],
    provenance,
    surveys,
    variables,
    options,
    loaded,
    indices,
    ...(grouping === undefined ? {} : { grouping }),
  }
}

/** The first wave and the last: what is told of two waves beside others is told of these. */
const endsOf = (surveys: readonly WaveSurvey[]) => surveys.filter((_one, at) => at === 0 || at === surveys.length - 1)

/** The groups by Kreis as they may be shown beside other groups, unless that is how they were divided anyway. */
function kreiseOf(
  compared: WavesCompared,
  asked: Omit<CompareWaves, 'grouping'>,
  { units }: LoadedPanel,
  beside: Grouping | undefined,
) {
  const groupsOf = ({ variables: [one] }: WavesCompared) => (one && widestStep(one)?.groups) ?? []
  if (compared.grouping?.name === byKreis.name) return groupsOf(compared)
  const options = { ...asked.options, replicates: 0, besides: [] }
  return groupsOf(
    compareWaves({ ...asked, options, grouping: groupByRegister(byKreis, units), ...(beside && { beside }) }),
  )
}

/** Whose answers of a wave may be looked at by whoever reads this. */
async function readableBy(
  reader: Reader | undefined,
  db: Database['db'],
  { surveys, loaded }: { surveys: readonly WaveSurvey[]; loaded: LoadedPanel },
): Promise<(wave: string, index: number) => boolean> {
  const sees = await sightOf(
    reader,
    db,
    surveys.map(({ wave }) => wave),
  )
  return (wave, index) => {
    const unit = loaded.panel.units[index] ?? ''
    // A sum over several is nobody's answer.
    return sees(wave, unit) && !isMerged(loaded.territory, wave, unit)
  }
}

/** A person has none. */
const inhabitantsOf = ([survey]: readonly WaveSurvey[], units: LoadedPanel['units']) =>
  survey?.instrument.unit === 'gemeinde' && { inhabitants: units.map(({ einwohner }) => einwohner) }
