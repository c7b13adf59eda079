import type { DerivedVariables } from '../../schemas/derived.ts'
import type { Instrument } from '../compile/instrument.ts'
import { checkDocuments } from '../definition/check-documents.ts'
import type { Checked } from '../definition/checked.ts'
import type { JsonFile } from '../definition/json-files.ts'
import { derivedProblems } from './derived-problems.ts'

/** Everything that is wrong with declared variables, held against the surveys that they are computed from. */
export function checkDerived(files: readonly JsonFile[], surveys: readonly Instrument[]): Checked {
  const taken = new Map<string, string>()
  return checkDocuments<DerivedVariables>(files, {
    problems: (document, _before, file) => derivedProblems(document, surveys, taken, file),
    told: ({ variables }) => `${variables.length} abgeleitete Variablen`,
  })
}
