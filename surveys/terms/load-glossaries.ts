import type { Glossary } from '../../schemas/terms.ts'
import { loadDocuments, readJsonFiles } from '../definition/json-files.ts'

/** Where the project says what words mean. */
const termsFolder = new URL('./', import.meta.url)

export const readGlossaryFiles = (folder: URL = termsFolder) => readJsonFiles(folder)

/** The glossaries of the project, which `survey check` has found to be in order. */
export async function loadGlossaries(): Promise<Glossary[]> {
  return loadDocuments(termsFolder)
}
