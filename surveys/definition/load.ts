import { readdir, readFile } from 'node:fs/promises'
import { compile, type Dates } from '../compile/compile.ts'
import type { Instrument } from '../compile/instrument.ts'
import { loadCounting } from '../counting/load-countings.ts'
import { loadLabels } from '../labels/load-labels.ts'
import { loadPreparation } from '../preparation/load-preparations.ts'
import { loadRegions } from '../regions/load-regions.ts'
import { loadGlossaries } from '../terms/load-glossaries.ts'
import { sha256 } from './canonical.ts'
import { resolve, type SharedLists } from './resolve.ts'

/** Where the definitions of the project lie. */
export const definitionsFolder = new URL('../definitions/', import.meta.url)

/** A definition as it lies on disk. */
export interface DefinitionFile {
  /** The name within the folder, such as `umfrage-1.v1.json`. */
  file: string
  /** SHA-256 of its bytes. */
  bytesHash: string
  text: string
  shared: SharedLists
}

/** The definition as one self-contained document. */
export function documentOf({ text, shared }: Pick<DefinitionFile, 'text' | 'shared'>): unknown {
  return resolve(JSON.parse(text), shared)
}

export async function readShared(folder: URL = definitionsFolder): Promise<SharedLists> {
  return JSON.parse(await readFile(new URL('shared.json', folder), 'utf8'))
}

/** All definitions of a folder, in the order of their names. */
export async function readDefinitionFiles(folder: URL = definitionsFolder): Promise<DefinitionFile[]> {
  const shared = await readShared(folder)
  const files = (await readdir(folder)).filter((name) => /\.v\d+\.json$/.test(name)).sort(byVersion)
  return Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(new URL(encodeURIComponent(file), folder))
      return { file, bytesHash: sha256(bytes), text: bytes.toString('utf8'), shared }
    }),
  )
}

/** `umfrage-1.v10.json` comes after `umfrage-1.v9.json`. */
const byVersion = (a: string, b: string) => a.localeCompare(b, 'de', { numeric: true })

/** The compiled version of a survey: the one asked for, or the newest. */
export async function loadInstrument(id: string, version?: string, dates?: Dates): Promise<Instrument | undefined> {
  return (await findDefinition(id, version, dates))?.instrument
}

/** A version by its name, `umfrage-1.v1`, or the newest of a survey, `umfrage-1`. */
export async function loadNamed(name: string): Promise<Instrument | undefined> {
  const file = (await readDefinitionFiles()).find((one) => one.file === `${name}.json`)
  return file === undefined ? loadInstrument(name) : compileFile(file)
}

export async function findDefinition(
  id: string,
  version?: string,
  dates?: Dates,
): Promise<{ file: DefinitionFile; instrument: Instrument } | undefined> {
  const files = (await readDefinitionFiles()).filter(({ file }) => file.startsWith(`${id}.v`))
  for (const file of files.reverse()) {
    const document = documentOf(file) as { version?: string }
    if (version === undefined || document.version === version)
      return { file, instrument: await compileFile(file, dates) }
  }
  return undefined
}

/** A definition with what stands beside it. */
export async function compileFile(file: DefinitionFile, dates: Dates = {}): Promise<Instrument> {
  const [id = ''] = file.file.split('.')
  const document = documentOf(file)
  const beside = {
    labels: await loadLabels(id),
    regions: await loadRegions(),
    glossaries: await loadGlossaries(),
    preparation: await loadPreparation(id),
    counting: await loadCounting(id),
  }
  const key = sha256(JSON.stringify([document, dates, beside]))
  const instrument = compiled.get(key) ?? compile(document, dates, beside)
  compiled.delete(key)
  compiled.set(key, instrument)
  const [oldest] = compiled.keys()
  if (compiled.size > mostCompiled && oldest !== undefined) compiled.delete(oldest)
  return instrument
}

/** By all that they are made of, the last one used at the end: to compile takes many times as long as to read. */
const compiled = new Map<string, Instrument>()
const mostCompiled = 30
