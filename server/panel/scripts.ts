import { rScript } from '../../analysis/panel/scripts/r-script.ts'
import { type ScriptInput, scriptInput } from '../../analysis/panel/scripts/script-input.ts'
import { stataScript } from '../../analysis/panel/scripts/stata-script.ts'
import type { PanelAnswer } from './compare-panel.ts'

/** A script that computes one variable between two waves again: the name of its file, and its text. */
export interface Script {
  name: string
  text: string
}

/** The scripts of an answer in R and Stata, two for each variable and pair of waves that can be compared. */
export function scriptsOf({
  compared,
  variables,
  surveys,
  loaded,
  indices,
  provenance,
  grouping,
  options,
}: PanelAnswer): Script[] {
  return compared.variables.flatMap(({ steps }, place) => {
    const variable = variables[place]
    if (variable === undefined) return []
    return steps.flatMap((step) => {
      if (step.total.result === undefined) return []
      const { panel } = loaded
      const source = { variable, step, surveys, panel, indices, provenance, options }
      const input = scriptInput({ ...source, ...(grouping === undefined ? {} : { grouping }) })
      return input === undefined ? [] : both(`${variable.name}-${step.from}-${step.to}`, input)
    })
  })
}

const both = (name: string, input: ScriptInput): Script[] => [
  { name: `${name}.R`, text: rScript(input) },
  { name: `${name}.do`, text: stataScript(input) },
]
