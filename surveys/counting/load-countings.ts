import type { CountingDefinition } from '../../schemas/counting.ts'
import { loadDocuments, readJsonFiles } from '../definition/json-files.ts'

/** Where the project says how answers are counted from lists. */
const countingFolder = new URL('./', import.meta.url)

export const readCountingFiles = (folder: URL = countingFolder) => readJsonFiles(folder)

/** How the answers of a survey are counted, which `survey check` has found to be in order; undefined where no file says it. */
export async function loadCounting(survey: string): Promise<CountingDefinition | undefined> {
  const documents = await loadDocuments<CountingDefinition>(countingFolder)
  return documents.find(({ surveys }) => surveys.includes(survey))
}
