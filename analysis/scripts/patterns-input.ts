import { isTold, type Told } from '../disclosure/hidden.ts'
import type { Grouping } from '../groups/grouping.ts'
import type { PanelUnit } from '../panel/unit.ts'
import type { WaveParticipation } from '../participation/participation.ts'
import { patternRates } from '../participation/pattern-rates.ts'
import type { Patterns } from '../participation/patterns.ts'
import type { Provenance } from '../report/provenance.ts'
import { isDefined } from '../stats/not-defined.ts'
import { groupName } from './group-name.ts'
import type { HiddenFigures } from './hidden-figures.ts'
import { fileLines, stateLines, type WaveFile, waveFile } from './script-head.ts'

/** All that a script needs to say again who answered which waves; who answered stands in the exported files, not here. */
export interface PatternsScriptInput {
  head: readonly string[]
  /** The column with the key of the unit. */
  key: string
  level: number
  files: readonly WaveFile[]
  patterns: readonly string[]
  /** Characteristics that are shown, with the class of every unit. */
  columns: readonly { name: string; of: readonly string[] }[]
  units: readonly { unit: string; asked: readonly number[]; inhabitants: number | undefined }[]
  hidden: HiddenFigures
}

interface Source {
  patterns: Patterns
  provenance: Provenance
  key: string
  units: readonly PanelUnit[]
  participation: readonly WaveParticipation[]
  groupings: readonly Grouping[]
}

/** Gathers what a script needs; classes that are not shown are not in it either. */
export function patternsScriptInput({
  patterns,
  provenance,
  key,
  units,
  participation,
  groupings,
}: Source): PatternsScriptInput {
  const shown = patterns.characteristics.filter(({ classes }) => classes.length > 0)
  return {
    head: [
      `Wer fehlt: ${patterns.waves.join(' → ')}`,
      'Ein Muster hat je Welle eine Stelle: 1 geantwortet, 0 nicht.',
      ...stateLines({ provenance, waves: provenance.waves, grouping: undefined }),
      'Merkmale stehen im Register, daher hier; wer geantwortet hat, steht in den Dateien. Klassen sind so zusammengefasst wie gezeigt.',
      ...fileLines(provenance, provenance.waves),
    ],
    key,
    level: provenance.level,
    files: patterns.waves.map((wave) => waveFile(provenance, wave)),
    patterns: patterns.patterns.map(({ pattern }) => pattern),
    columns: shown.map(({ name, classes }) => {
      const codes = new Set(classes.map(({ code }) => code))
      const of = groupings.find((one) => one.name === name)?.of ?? []
      return { name, of: of.map((code) => groupName(codes.has(code) ? code : 'uebrige')) }
    }),
    units: units.map(({ unit, einwohner }, index) => ({
      unit,
      asked: participation.map(({ asked }) => asked[index] as number),
      inhabitants: einwohner,
    })),
    hidden: hiddenIn(patterns),
  }
}

function hiddenIn(patterns: Patterns): HiddenFigures {
  const unless = (one: Told<unknown>, ...names: string[]) => (isTold(one) ? [] : names)
  const hiddenPatterns = patterns.patterns.flatMap(({ pattern, count }) => (isTold(count) ? [] : [pattern]))
  return [
    ...hiddenPatterns.map((pattern) => `insgesamt muster_${pattern}`),
    ...patternRates(patterns).flatMap(([name, { yes, of, interval }]) =>
      [
        ...unless(yes, 'ja', 'anteil', 'unten', 'oben'),
        ...unless(of, 'von', 'anteil', 'unten', 'oben'),
        ...unless(interval, 'unten', 'oben'),
      ].map((figure) => `insgesamt ${figure}_${name}`),
    ),
    ...patterns.characteristics.flatMap(({ name, classes, test }) => [
      ...classes.flatMap(({ code }) => hiddenPatterns.map((pattern) => `${name}:${groupName(code)} muster_${pattern}`)),
      // The script counts all patterns; a test of those that are told is another one.
      ...(hiddenPatterns.length > 0 || !isDefined(test)
        ? ['chi2', 'df', 'p', 'v', 'erwartet_genug', 'p_holm'].map((figure) => `${name} ${figure}`)
        : []),
    ]),
    ...patterns.covariates.flatMap(({ name, patterns: own }) =>
      own.flatMap((summary, at) => {
        const pattern = patterns.patterns[at]?.pattern ?? ''
        if (summary === undefined) return ['n', 'mittel', 'median'].map((figure) => `${name} ${figure}_${pattern}`)
        return isDefined(summary.median) ? [] : [`${name} median_${pattern}`]
      }),
    ),
  ]
}
