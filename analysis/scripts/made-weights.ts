import { isTold } from '../disclosure/hidden.ts'
import type { Grouping } from '../groups/grouping.ts'
import type { WeightMethod, WeightReport } from '../participation/participation-weights.ts'
import type { HiddenFigures } from './hidden-figures.ts'

/** Weights with the classes that they meet. */
export interface MadeWeights {
  report: WeightReport
  groupings: readonly Grouping[]
}

export const weightColumn = (method: WeightMethod, grouping: string) => `${method}_${grouping}`

/** The code of a class as it stands in scripts, without spaces. */
export const className = (code: string) => code.replaceAll(' ', '_')

export function hiddenInWeights({ report, groupings }: MadeWeights): HiddenFigures {
  const { method, sample, leftOut, effect, trimming, balance } = report
  const classes = groupings.flatMap(({ name, groups }) =>
    groups.map(({ code }) => `${weightColumn(method, name)}:${className(code)}`),
  )
  return [
    ...(isTold(sample) ? [] : [`${method} paare`]),
    ...(isTold(leftOut) ? [] : [`${method} ohne`]),
    ...(isTold(effect)
      ? []
      : ['designeffekt', 'n_effektiv', 'kleinstes', 'groesstes'].map((one) => `${method} ${one}`)),
    ...(trimming === undefined || isTold(trimming.trimmed) ? [] : [`${method} gekappt`]),
    ...balance.flatMap((one, place) =>
      isTold(one.sample) ? [] : [`${classes[place]} paare`, `${classes[place]} gewichtet`],
    ),
  ]
}
