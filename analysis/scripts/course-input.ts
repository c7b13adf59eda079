import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Course, ToldLevel } from '../compare/course.ts'
import { fewestWaves } from '../compare/disclose-course.ts'
import type { ToldEstimate } from '../compare/disclose-estimates.ts'
import { type CompareOptions, defaults, optionsFor } from '../compare/options.ts'
import { isTold } from '../disclosure/hidden.ts'
import type { Grouping } from '../groups/grouping.ts'
import type { Panel } from '../panel/build-panel.ts'
import type { PanelSurvey, PanelVariable } from '../panel/variable.ts'
import { yesNo } from '../panel/variable.ts'
import type { Provenance } from '../report/provenance.ts'
import { isDefined } from '../stats/not-defined.ts'
import { type ScriptWave, scriptWave } from './comparison-input.ts'
import { groupName } from './group-name.ts'
import type { HiddenFigures } from './hidden-figures.ts'
import { fileLines, stateLines } from './script-head.ts'
import { weightAt } from './weighting-input.ts'

/** All that a script needs to say again where a variable stands in each of several waves. */
export interface CourseScriptInput {
  head: readonly string[]
  /** The column with the key of the unit. */
  key: string
  kind: PanelVariable['kind']
  isShare: boolean
  codes: readonly string[]
  level: number
  /** The waves that ask. */
  waves: readonly { name: string; wave: ScriptWave }[]
  isWeighted: boolean
  units: readonly { unit: string; group: string; weights: readonly (number | undefined)[] }[]
  /** The groups that are told, in the order of the table. */
  groups: readonly string[]
  /** How many were asked, by wave and last of all waves; [] for a process. */
  asked: readonly number[]
  /** Whether intervals of single waves are told by a simple rule: those of clusters are in no script of a course. */
  hasLimits: boolean
  hidden: HiddenFigures
}

interface Source {
  variable: PanelVariable
  course: Course
  surveys: readonly PanelSurvey[]
  panel: Panel
  indices: readonly number[]
  provenance: Provenance
  options: CompareOptions
  grouping?: Grouping | undefined
}

/** Gathers what a script needs; undefined of administrative figures, which stand in no file, and of what two waves ask at most. */
export function courseInput(source: Source): CourseScriptInput | undefined {
  const { variable, course, surveys, panel, indices, provenance, options, grouping } = source
  const asking = surveys.filter(({ wave }) => variable.asked.has(wave))
  const waves = asking.flatMap(({ wave }) => {
    const own = scriptWave(source, wave)
    return own === undefined ? [] : [{ name: wave, wave: own }]
  })
  const [first] = asking
  if (variable.indicator !== undefined || first === undefined || waves.length < fewestWaves) return undefined
  const names = waves.map(({ name }) => name)
  const sets = [...names.map((name) => [name]), names]
  const weights = sets.map((set) => optionsFor(options, set).weights)
  const { population, level = defaults.level } = options
  const groups = (course.groups ?? []).map(({ code }) => code)
  const groupOf = (index: number) => {
    const code = grouping?.of[index] ?? ''
    return groups.length === 0 ? '' : groupName(groups.includes(code) ? code : 'uebrige')
  }
  const shown = provenance.waves.filter(({ wave }) => names.includes(wave))
  return {
    head: [
      `${variable.label} (${variable.name}): Verlauf über ${names.join(', ')}`,
      ...course.points.flatMap(({ since, wave }) =>
        since === undefined
          ? []
          : [`${since.wave} → ${wave}: ${since.comparability.label}. ${since.comparability.why}`],
      ),
      ...stateLines({ provenance, waves: shown, grouping: groups.length === 0 ? undefined : grouping }),
      ...fileLines(provenance, shown),
    ],
    key: unitKinds[first.instrument.unit].key,
    kind: variable.kind,
    isShare: variable.derived?.kind === 'share',
    codes: (variable.kind === 'flag' ? yesNo : variable.categories).map(({ code }) => code),
    level,
    waves,
    isWeighted: weights.some((one) => one !== undefined),
    units: indices.map((index) => ({
      unit: panel.units[index] ?? '',
      group: groupOf(index),
      weights: weights.map((one) => weightAt(one?.values, index)),
    })),
    groups: groups.map(groupName),
    asked:
      population?.kind === 'asked'
        ? sets.map(
            (set) =>
              population.frame.filter((index) => set.every((wave) => population.asked.get(wave)?.[index] === 1)).length,
          )
        : [],
    hasLimits: variable.kind === 'number' && (population?.kind === 'asked' || population?.clusters === undefined),
    hidden: course.points.flatMap((point) =>
      point.isAsked
        ? (['all', 'balanced'] as const).flatMap((of) =>
            hiddenIn(point[of], variable).map((figure) => `${point.wave}:${of === 'all' ? 'alle' : 'jede'} ${figure}`),
          )
        : [],
    ),
  }
}

/** Figures that are not told, by the names that the script has for them. */
function hiddenIn(level: ToldLevel | undefined, { kind, categories }: PanelVariable): string[] {
  const codes = (kind === 'flag' ? yesNo : categories).map(({ code }) => code)
  if (level === undefined)
    return kind === 'number'
      ? ['n', 'mittel', 'sd', 'median', 'q1', 'q3', 'unten', 'oben', 'gewichtet']
      : ['n', ...codes.flatMap((code) => [`anteil_${code}`, `gewichtet_${code}`])]
  const { estimates } = level
  if (level.kind === 'number') {
    const unless = (one: Parameters<typeof isDefined>[0], ...names: string[]) => (isHidden(one) ? names : [])
    const plain = estimates?.plain[0]
    return [
      ...unless(level.level.sd, 'sd'),
      ...unless(level.level.median, 'median'),
      ...unless(level.level.quartiles, 'q1', 'q3'),
      ...(isKnown(plain) && !isHidden(plain.interval) ? [] : ['unten', 'oben']),
      ...(isKnown(estimates?.weighted?.[0]) ? [] : ['gewichtet']),
    ]
  }
  return codes.flatMap((code, place) => [
    ...(isKnown(estimates?.plain[place]) ? [] : [`anteil_${code}`]),
    ...(isKnown(estimates?.weighted?.[place]) ? [] : [`gewichtet_${code}`]),
  ])
}

const isHidden = (one: unknown): boolean =>
  typeof one === 'object' && one !== null && 'notDefined' in one && one.notDefined === 'hidden'

const isKnown = (one: ToldEstimate | undefined): one is Extract<ToldEstimate, { n: number }> =>
  one !== undefined && isTold(one) && isDefined(one)
