import { readdir, readFile } from 'node:fs/promises'
import type { Concordance } from '../../schemas/concordance.ts'

/** Where the concordances of the project lie. */
const concordanceFolder = new URL('./', import.meta.url)

/** The concordances of a folder, by file name, as they lie on disk. */
export async function readConcordanceFiles(folder: URL = concordanceFolder): Promise<{ file: string; text: string }[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(new URL(file, folder), 'utf8') })))
}

/** The concordances of the project, which `survey check` has found to be in order. */
export async function loadConcordances(): Promise<Concordance[]> {
  return (await readConcordanceFiles()).map(({ text }) => JSON.parse(text))
}
