import { readdir, readFile } from 'node:fs/promises'
import type { RegionsDefinition } from '../../schemas/regions.ts'

/** Where the project says which region a state belongs to. */
const regionsFolder = new URL('./', import.meta.url)

/** The files of a folder as they lie on disk, in the order of their names. */
export async function readRegionFiles(folder: URL = regionsFolder): Promise<{ file: string; text: string }[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(new URL(file, folder), 'utf8') })))
}

/** The regions of the project, which `survey check` has found to be in order. */
export async function loadRegions(): Promise<RegionsDefinition[]> {
  return (await readRegionFiles()).map(({ text }) => JSON.parse(text))
}
