import { standsBehind } from '../panel/stands-behind.ts'
import { type PanelVariable, yesNo } from '../panel/variable.ts'
import { waveValues } from '../panel/wave-values.ts'
import { type CompareWaves, type ComputedStep, computeSteps } from './compute-steps.ts'
import { computeCourse } from './course.ts'
import { sumsTold } from './course-sums.ts'
import { type CourseParts, fewestWaves } from './disclose-course.ts'
import { onePerKreis } from './official-figures.ts'

interface ComputedVariable {
  variable: PanelVariable
  steps: ComputedStep[]
  course?: CourseParts
}

/** A variable between each two waves, and over all of them where these are more than two. */
export function computeVariable(variable: PanelVariable, asked: CompareWaves): ComputedVariable {
  const { surveys, panel, options = {} } = asked
  const steps = computeSteps(variable, asked)
  if (surveys.length < fewestWaves) return { variable, steps }
  const waves = surveys.map(({ wave }) => ({ wave, values: waveValues(variable, panel, wave) }))
  const meant = asked.indices ?? [...panel.units.keys()]
  const isOfKreise = waves.some(({ values }) => values.result.ofKreis)
  const lies = (from: string, to: string) =>
    steps.find((step) => step.from === from && step.to === to)?.comparability as ComputedStep['comparability']
  const behind = standsBehind(surveys[0]?.instrument.unit, panel.units)
  const course = computeCourse({
    ...{ variable, waves, options, behind, comparability: lies },
    grouping: variable.indicator === undefined ? asked.grouping : undefined,
    categories: variable.kind === 'flag' ? yesNo : variable.categories,
    indices: isOfKreise
      ? onePerKreis(
          meant,
          panel.units,
          waves.map(({ values }) => values),
        )
      : meant,
  })
  const sums = sumsTold(steps, course, variable.kind !== 'number')
  const { population } = options
  const clusters = population?.kind === 'process' ? population.clusters : undefined
  return {
    variable,
    steps: steps.map((step, place): ComputedStep => {
      const own = sums.steps[place]
      if (step.isOfficial || own === undefined) return step
      return {
        ...step,
        beside: { step: !own.isTold, levels: !own.levels, groupLevels: !own.groupLevels },
        groups: own.groups ? step.groups : [],
      }
    }),
    course: {
      ...course,
      told: sums,
      behind,
      clusterOf: clusters && ((index: number) => clusters.of[index] ?? ''),
    },
  }
}
