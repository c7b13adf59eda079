import { readdir, readFile } from 'node:fs/promises'
import { DefinitionError } from '../../surveys/definition/problem.ts'
import { type Catalogue, catalogueOf } from './catalogue.ts'

/** Where the catalogue lies. A file more in this folder is a piece more of it. */
const catalogueFolder = new URL('./', import.meta.url)

/** The catalogue of a folder, each of whose JSON files holds a part. */
export async function loadCatalogue(folder: URL = catalogueFolder): Promise<Catalogue> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const files = names.map(async (file) => {
    const text = await readFile(new URL(encodeURIComponent(file), folder), 'utf8')
    return { file, document: parse(text, file) }
  })
  return catalogueOf(await Promise.all(files))
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = `Die Datei ist kein gültiges JSON: ${error instanceof Error ? error.message : ''}`
    throw new DefinitionError([{ path: file, message }])
  }
}
