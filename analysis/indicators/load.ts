import { readJsonFiles } from '../../surveys/definition/json-files.ts'
import { parseJson } from '../../surveys/definition/parse-json.ts'
import { DefinitionError } from '../../surveys/definition/problem.ts'
import { type Catalogue, catalogueOf } from './catalogue.ts'

/** Where the catalogue lies. A file more in this folder is a piece more of it. */
const catalogueFolder = new URL('./', import.meta.url)

/** The catalogue of a folder, each of whose JSON files holds a part. */
export async function loadCatalogue(folder: URL = catalogueFolder): Promise<Catalogue> {
  const files = await readJsonFiles(folder)
  return catalogueOf(
    files.map(({ file, text }) => {
      const read = parseJson(text)
      if ('problem' in read) throw new DefinitionError([{ path: file, message: read.problem }])
      return { file, document: read.document }
    }),
  )
}
