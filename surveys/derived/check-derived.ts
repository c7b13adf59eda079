import type { Instrument } from '../compile/instrument.ts'
import type { Checked } from '../definition/checked.ts'
import type { Problem } from '../definition/problem.ts'
import { derivedProblems } from './derived-problems.ts'

/** Everything that is wrong with declared variables, held against the surveys that they are computed from. */
export function checkDerived(
  files: readonly { file: string; text: string }[],
  surveys: readonly Instrument[],
): Checked {
  const result: Checked = { problems: [], checked: [] }
  const taken = new Map<string, string>()
  for (const { file, text } of files) {
    const before = taken.size
    const problems = readProblems(text, surveys, taken, file)
    result.problems.push(...problems.map((problem) => ({ file, ...problem })))
    if (problems.length === 0) result.checked.push(`${file}: ${taken.size - before} abgeleitete Variablen`)
  }
  return result
}

function readProblems(
  text: string,
  surveys: readonly Instrument[],
  taken: Map<string, string>,
  file: string,
): Problem[] {
  try {
    return derivedProblems(JSON.parse(text), surveys, taken, file)
  } catch (error) {
    if (error instanceof SyntaxError)
      return [{ path: '/', message: `Die Datei ist kein gültiges JSON: ${error.message}` }]
    throw error
  }
}
