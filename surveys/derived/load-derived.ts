import { readdir, readFile } from 'node:fs/promises'
import type { DerivedVariable, DerivedVariables } from '../../schemas/derived.ts'

/** Where the derived variables of the project are declared. */
const derivedFolder = new URL('./', import.meta.url)

/** The files of a folder as they lie on disk, in the order of their names. */
export async function readDerivedFiles(folder: URL = derivedFolder): Promise<{ file: string; text: string }[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(new URL(file, folder), 'utf8') })))
}

/** The derived variables of the project, which `survey check` has found to be in order. */
export async function loadDerived(): Promise<DerivedVariable[]> {
  return (await readDerivedFiles()).flatMap(({ text }) => (JSON.parse(text) as DerivedVariables).variables)
}
