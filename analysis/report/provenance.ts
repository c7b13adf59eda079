import type { ValuesUsed } from '../../surveys/codebook/values-used.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import { type CompareOptions, defaults } from '../compare/options.ts'
import type { ToldPopulation, WavesCompared } from '../compare/results.ts'
import type { Grouping } from '../groups/grouping.ts'
import type { Method } from '../imputation/method.ts'
import { formulaOf } from '../panel/formula.ts'
import type { PanelSurvey, PanelVariable } from '../panel/variable.ts'
import type { WeightReport } from '../participation/participation-weights.ts'
import type { CarriedUnit } from '../territory/carried-units.ts'

/** How a figure came about: everything that is needed to compute it again. */
export interface Provenance {
  /**
   * The state of the data, how many submissions there were in it, and the time of the last of them. `submission` is the same
   * number: states were once those of submissions.
   */
  snapshot: StateOfData & { submission: number }
  waves: WaveProvenance[]
  variables: VariableProvenance[]
  grouping: string
  filters: readonly string[]
  /** How many Kommunen, or persons, are meant. */
  units: number
  weights: string
  /** What they were made from, where they make up for those who are missing. */
  weightReport?: WeightReport
  level: number
  bootstrap: { replicates: number; seed: number }
  /** How missing numbers were put in, where they were, in this order. */
  methods?: readonly Method[]
  /** How many tests the p values were adjusted for. */
  families?: WavesCompared['families']
  /** What intervals and tests speak of. */
  population?: ToldPopulation
  /** Administrative figures that were compared, divided, filtered or weighted by. */
  indicators?: readonly IndicatorProvenance[]
  /** Kommunen that became one, or something else, between the waves; not there where none did. */
  territory?: TerritoryProvenance
}

export interface TerritoryProvenance {
  carried: readonly CarriedUnit[]
  leftOut: readonly CarriedUnit[]
}

interface VariableProvenance {
  name: string
  label: string
  formula: string
  base: string
  note: string
  questions: string[]
  /** Where answers of waves were brought together: which of them. */
  mappings?: string[]
}

interface StateOfData {
  state: number
  /** Which values of it were used. */
  values: ValuesUsed
  submissions: number
  at: string
}

export interface IndicatorProvenance {
  name: string
  label: string
  /** The numbers of the imports that they came by. */
  batches: readonly number[]
}

/** An administrative figure and where it came from, in a line. */
export const indicatorWords = ({ name, label, batches }: IndicatorProvenance) =>
  `${name}: ${label}; ${batches.length === 0 ? 'keine Zahl' : `Import ${batches.join(', ')}`}`

interface WaveProvenance {
  wave: string
  survey: string
  version: string
  /** SHA-256 of the questionnaire. */
  hash: string
  stichtag: string
  /** Under which versions the answers that count were given. */
  answers: readonly { version: string; hash: string; submissions: number }[]
}

interface Origin {
  surveys: readonly PanelSurvey[]
  variables: readonly PanelVariable[]
  snapshot: StateOfData
  versions: ReadonlyMap<string, WaveProvenance['answers']>
  filters: readonly string[]
  units: number
  grouping?: Grouping
  options: CompareOptions
  methods?: readonly Method[]
  indicators?: Provenance['indicators']
  compared?: WavesCompared
  territory?: TerritoryProvenance
  /** What figures of one wave speak of. */
  population?: ToldPopulation
}

export function provenanceOf({
  surveys,
  variables,
  snapshot,
  versions,
  filters,
  units,
  grouping,
  options,
  methods,
  indicators = [],
  compared,
  territory,
  population = compared?.population,
}: Origin): Provenance {
  return {
    snapshot: { ...snapshot, submission: snapshot.state },
    waves: surveys.map(({ wave, instrument: { id, version, hash, stichtag } }) => ({
      wave,
      survey: id,
      version,
      hash,
      stichtag: stichtag ?? '',
      answers: versions.get(wave) ?? [],
    })),
    variables: variables.map((variable) => ({
      name: variable.name,
      label: variable.label,
      formula: formulaOf(variable),
      base: variable.derived?.baseLabel ?? '',
      note: variable.derived?.note ?? '',
      questions:
        variable.indicator !== undefined
          ? []
          : [...variable.asked].map(
              ([wave, { questions }]) => `${wave} ${questions.map(({ number }) => number).join(', ')}`,
            ),
      ...mappingsOf(variable, compared),
    })),
    grouping: [grouping?.label, grouping?.note].filter(Boolean).join('; '),
    filters,
    units,
    weights: options.weights?.label ?? '',
    ...(options.weights?.report === undefined ? {} : { weightReport: options.weights.report }),
    level: options.level ?? defaults.level,
    bootstrap: { replicates: options.replicates ?? defaults.replicates, seed: options.seed ?? defaults.seed },
    ...(methods && { methods }),
    ...(compared && { families: compared.families }),
    ...(territory &&
      hasChanges(territory) && { territory: { carried: territory.carried, leftOut: territory.leftOut } }),
    ...(population && { population }),
    ...(indicators.length === 0
      ? {}
      : { indicators: withoutRepeats(indicators.map(({ name, label, batches }) => ({ name, label, batches }))) }),
  }
}

function mappingsOf({ name }: PanelVariable, compared: WavesCompared | undefined): { mappings?: string[] } {
  const steps = compared?.variables.find(({ variable }) => variable.name === name)?.steps ?? []
  const mappings = steps.flatMap(({ from, to, comparability: { mapping } }) =>
    mapping === undefined ? [] : [`${from} → ${to}: ${mapping.words}`],
  )
  return mappings.length === 0 ? {} : { mappings }
}

const withoutRepeats = (all: IndicatorProvenance[]) => [
  ...new Map(all.map((one) => [indicatorWords(one), one])).values(),
]

const hasChanges = ({ carried, leftOut }: TerritoryProvenance) => carried.length + leftOut.length > 0

/** What became of Kommunen between the waves, a line each. */
export function territoryLines({ carried, leftOut }: TerritoryProvenance): string[] {
  const line = ({ wave, unit, parts, since }: CarriedUnit, rule: string) =>
    `${wave}: ${unit} (seit ${formatDate(since)}) war ${parts.join(' + ')}; ${rule}`
  return [
    ...carried.map((one) =>
      line(
        one,
        one.parts.length === 1 ? 'unter neuem Schlüssel übernommen' : 'Anzahlen zusammengezählt, anderes ohne Wert',
      ),
    ),
    ...leftOut.map((one) => line(one, 'nicht mitgezählt')),
  ]
}
