import { readdir, readFile } from 'node:fs/promises'

/** A file by its name within its folder, with what it holds. */
export interface JsonFile {
  file: string
  text: string
}

/** The JSON files of a folder as they lie on disk, in the order of their names. */
export async function readJsonFiles(folder: URL): Promise<JsonFile[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(
    files.map(async (file) => ({ file, text: await readFile(new URL(encodeURIComponent(file), folder), 'utf8') })),
  )
}

/** What they say, once `survey check` has found them to be in order. */
export async function loadDocuments<Document>(folder: URL): Promise<Document[]> {
  return (await readJsonFiles(folder)).map(({ text }): Document => JSON.parse(text))
}
