import { readdir, readFile } from 'node:fs/promises'
import type { CountingDefinition } from '../../schemas/counting.ts'

/** Where the project says how answers are counted from lists. */
const countingFolder = new URL('./', import.meta.url)

/** The files of a folder as they lie on disk, in the order of their names. */
export async function readCountingFiles(folder: URL = countingFolder): Promise<{ file: string; text: string }[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(new URL(file, folder), 'utf8') })))
}

/** How the answers of a survey are counted, which `survey check` has found to be in order; undefined where no file says it. */
export async function loadCounting(survey: string): Promise<CountingDefinition | undefined> {
  const documents = (await readCountingFiles()).map(({ text }): CountingDefinition => JSON.parse(text))
  return documents.find(({ surveys }) => surveys.includes(survey))
}
