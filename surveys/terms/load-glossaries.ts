import { readdir, readFile } from 'node:fs/promises'
import type { Glossary } from '../../schemas/terms.ts'

/** Where the project says what words mean. */
const termsFolder = new URL('./', import.meta.url)

/** The files of a folder as they lie on disk, in the order of their names. */
export async function readGlossaryFiles(folder: URL = termsFolder): Promise<{ file: string; text: string }[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(new URL(file, folder), 'utf8') })))
}

/** The glossaries of the project, which `survey check` has found to be in order. */
export async function loadGlossaries(): Promise<Glossary[]> {
  return (await readGlossaryFiles()).map(({ text }) => JSON.parse(text))
}
