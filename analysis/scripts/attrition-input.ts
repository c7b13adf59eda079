import type { Grouping } from '../groups/grouping.ts'
import type { PanelUnit } from '../panel/unit.ts'
import type { Attrition } from '../participation/attrition.ts'
import type { OutcomeName, WaveParticipation } from '../participation/participation.ts'
import { trimDefault, type WeightMethod } from '../participation/participation-weights.ts'
import { shownClasses } from '../participation/shown-classes.ts'
import type { Provenance } from '../report/provenance.ts'
import { isDefined } from '../stats/not-defined.ts'
import { groupName } from './group-name.ts'
import { type HiddenFigures, hiddenInAttrition } from './hidden-figures.ts'
import { className, hiddenInWeights, type MadeWeights, weightColumn } from './made-weights.ts'
import { fileLines, stateLines, type WaveFile, waveFile } from './script-head.ts'

/** All that a script needs to say again who is missing; who answered stands in the exported files, not here. */
export interface AttritionScriptInput {
  head: readonly string[]
  /** The column with the key of the unit. */
  key: string
  level: number
  /** The files of both waves. */
  waves: readonly AttritionWave[]
  /** Characteristics that are shown, by the names of their columns. */
  characteristics: readonly string[]
  /** The logits that can be estimated. */
  models: readonly OutcomeName[]
  /** The weights that there are, with the columns of the classes that they meet. */
  weights: readonly { method: WeightMethod; columns: readonly string[] }[]
  trimAt: number
  columns: readonly ClassColumn[]
  units: readonly AttritionUnit[]
  hidden: HiddenFigures
}

interface AttritionWave {
  file: WaveFile
  role: 'vorher' | 'nachher'
}

/** A class of every unit; '' where it has none. */
interface ClassColumn {
  name: string
  of: readonly string[]
}

interface AttritionUnit {
  unit: string
  /** Whether it was asked, 0 or 1. */
  asked: readonly [number, number]
  inhabitants: number | undefined
}

export interface AttritionScriptSource {
  attrition: Attrition
  provenance: Provenance
  key: string
  units: readonly PanelUnit[]
  participation: readonly [WaveParticipation, WaveParticipation]
  groupings: readonly Grouping[]
  /** What the logit knows beside the inhabitants. */
  modelGrouping: Grouping
  weights: readonly MadeWeights[]
}

/** The column of the logit's classes. */
const modelColumn = 'logit_regierungsbezirk'

/** Gathers what a script needs; classes that are not shown are not in it either. */
export function attritionScriptInput(source: AttritionScriptSource): AttritionScriptInput {
  const { attrition, provenance, key, units, participation, groupings, modelGrouping } = source
  const shown = attrition.characteristics.filter(({ classes }) => classes.length > 0)
  const models = attrition.outcomes.map(({ name }) => name).filter((name) => isDefined(attrition.models[name]))
  const weights = source.weights.map(({ report: { method }, groupings: met }) => ({
    method,
    columns: met.map(({ name }) => weightColumn(method, name)),
  }))
  const [first, second] = participation
  return {
    head: headOf(source),
    key,
    level: provenance.level,
    waves: [
      { file: waveFile(provenance, first.wave), role: 'vorher' },
      { file: waveFile(provenance, second.wave), role: 'nachher' },
    ],
    characteristics: shown.map(({ name }) => name),
    models,
    weights,
    trimAt: trimDefault,
    columns: [
      ...shown.map((one) => ({
        name: one.name,
        of: shownClasses(
          one,
          groupings.find(({ name }) => name === one.name),
        ).map(groupName),
      })),
      { name: modelColumn, of: models.length === 0 ? modelGrouping.of.map(() => '') : modelGrouping.of },
      ...source.weights.flatMap(({ report: { method }, groupings: met }) =>
        met.map(({ name, of }) => ({ name: weightColumn(method, name), of: of.map(className) })),
      ),
    ],
    units: units.map(({ unit, einwohner }, index) => ({
      unit,
      asked: [first.asked[index] as number, second.asked[index] as number],
      inhabitants: einwohner,
    })),
    hidden: [...hiddenInAttrition(attrition), ...source.weights.flatMap(hiddenInWeights)],
  }
}

function headOf({ attrition, provenance }: AttritionScriptSource): string[] {
  const { outcomes, waves } = attrition
  return [
    `Wer fehlt: ${waves.join(' → ')}`,
    ...outcomes.map(({ name, label, base }) => `${name}: ${label}; Bezug: ${base}`),
    ...stateLines({ provenance, waves: provenance.waves, grouping: undefined }),
    'Merkmale stehen im Register, daher hier; wer geantwortet hat, steht in den Dateien. Klassen sind so zusammengefasst wie gezeigt.',
    ...fileLines(provenance, provenance.waves),
  ]
}
