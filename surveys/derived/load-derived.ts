import type { DerivedVariable, DerivedVariables } from '../../schemas/derived.ts'
import { loadDocuments, readJsonFiles } from '../definition/json-files.ts'

/** Where the derived variables of the project are declared. */
const derivedFolder = new URL('./', import.meta.url)

export const readDerivedFiles = (folder: URL = derivedFolder) => readJsonFiles(folder)

/** The derived variables of the project, which `survey check` has found to be in order. */
export async function loadDerived(): Promise<DerivedVariable[]> {
  return (await loadDocuments<DerivedVariables>(derivedFolder)).flatMap(({ variables }) => variables)
}
