import type { Concordance } from '../../schemas/concordance.ts'
import { loadDocuments, readJsonFiles } from '../definition/json-files.ts'

/** Where the concordances of the project lie. */
const concordanceFolder = new URL('./', import.meta.url)

export const readConcordanceFiles = (folder: URL = concordanceFolder) => readJsonFiles(folder)

/** The concordances of the project, which `survey check` has found to be in order. */
export async function loadConcordances(): Promise<Concordance[]> {
  return loadDocuments(concordanceFolder)
}
