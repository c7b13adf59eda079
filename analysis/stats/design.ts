import { assertGiven } from './given.ts'

export interface Regressor {
  name: string
  values: readonly number[]
}

interface Design {
  names: string[]
  columns: (readonly number[])[]
}

/** The name of the column of ones. */
export const constantName = '(constant)'

/**
 * Columns of a regression, the constant first.
 *
 *   X = (1, x₁, …, xₖ)
 *
 * Assumes regressors with n given values and names of their own.
 * @example design(2, [{ name: 'x', values: [5, 6] }]).columns // [[1, 1], [5, 6]]
 */
export function design(n: number, regressors: readonly Regressor[], constant = true): Design {
  for (const { name, values } of regressors) {
    if (values.length !== n) throw new RangeError(`'${name}' has ${values.length} values instead of ${n}`)
    assertGiven(values, name)
  }
  const first = constant ? [{ name: constantName, values: new Array<number>(n).fill(1) }] : []
  const all = [...first, ...regressors]
  const names = all.map(({ name }) => name)
  if (new Set(names).size < names.length) throw new RangeError(`two regressors have the same name: ${names.join(', ')}`)
  return { names, columns: all.map(({ values }) => values) }
}
