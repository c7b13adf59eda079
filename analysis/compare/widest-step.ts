import type { Step, VariableComparison } from './results.ts'

/** The step from the first wave that asks for a variable to the last one: what is told of two waves in detail is told of these. */
export function widestStep({ steps, course }: VariableComparison): Step | undefined {
  const asked = course?.points.filter(({ isAsked }) => isAsked) ?? []
  const [first, last] = [asked[0]?.wave, asked.at(-1)?.wave]
  return steps.find(({ from, to }) => from === first && to === last) ?? steps[0]
}
