import type { RegionsDefinition } from '../../schemas/regions.ts'
import { loadDocuments, readJsonFiles } from '../definition/json-files.ts'

/** Where the project says which region a state belongs to. */
const regionsFolder = new URL('./', import.meta.url)

export const readRegionFiles = (folder: URL = regionsFolder) => readJsonFiles(folder)

/** The regions of the project, which `survey check` has found to be in order. */
export async function loadRegions(): Promise<RegionsDefinition[]> {
  return loadDocuments(regionsFolder)
}
