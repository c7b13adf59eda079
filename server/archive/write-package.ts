import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { InputError } from '../errors/input-error.ts'
import { exportFiles } from '../export/files.ts'
import type { Format } from '../export/formats/format.ts'
import type { Table } from '../export/table.ts'
import type { WrittenTable } from '../export/text-file.ts'
import { type Measured, measured, ownerOnly, writeTable } from '../export/write-table.ts'
import { zipped } from '../export/zip.ts'
import { manifest, manifestName, sums, sumsName } from './manifest.ts'
import type { LeftOut, ListedFile, Package } from './package.ts'

type Told = (done: number, total: number) => void

/** Longer archives need another form, which the library does not write. What stands between the files takes its part. */
const mostInZip = 4 * 2 ** 30 - 2 ** 24

/** Writes a package into a folder that is there for it, and says what its zip beside it is. */
export async function writePackage(
  packed: Package,
  folder: string,
  onProgress: Told = () => undefined,
): Promise<Measured> {
  const root = join(folder, packed.name)
  const { files, leftOut } = await writeFiles(packed, root, onProgress)
  const listed = files.toSorted((one, other) => (one.path < other.path ? -1 : 1))
  const text = manifest(packed, listed, leftOut)
  const own = await put(root, { path: manifestName, holds: 'Was im Paket ist' }, text)
  await put(root, { path: sumsName, holds: 'Prüfsummen' }, sums([...listed, own]))
  const paths = [...listed.map(({ path }) => path), manifestName, sumsName].toSorted()
  if (listed.reduce((sum, { bytes }) => sum + bytes, 0) >= mostInZip)
    throw new InputError('Das Paket ist größer als 4 GB. So große ZIP-Dateien kann das Programm nicht schreiben.')
  const zip = join(folder, `${packed.name}.zip`)
  const entries = paths.map((path) => ({
    name: `${packed.name}/${path}`,
    content: { [Symbol.asyncIterator]: () => createReadStream(join(root, path))[Symbol.asyncIterator]() },
  }))
  await pipeline(
    Readable.from(zipped(entries, packed.origin.at)),
    createWriteStream(zip, { mode: ownerOnly, flags: 'wx' }),
  )
  return measured(zip)
}

async function writeFiles(packed: Package, root: string, onProgress: Told) {
  const files: ListedFile[] = []
  const leftOut: LeftOut[] = []
  const total = packed.formats.length * packed.tables.length + packed.files.length
  let done = 0
  for (const format of packed.formats) {
    await mkdir(join(root, 'daten', format.name), { recursive: true })
    const made: WrittenTable[] = []
    for (const table of packed.tables) {
      const path = `daten/${format.name}/${table.name}${format.ending}`
      const written = await tableOrReason(format, table, join(root, path))
      if (typeof written === 'string') leftOut.push({ path, why: written })
      else {
        files.push({ path, holds: exportFiles[table.file].label, ...written })
        made.push({ table, format, bytes: written.bytes, sha256: written.sha256 })
      }
      onProgress(++done, total)
    }
    for (const { name, holds, text } of await textsOf(packed.besideCsv, format, made))
      files.push(await put(root, { path: `daten/${format.name}/${name}`, holds }, text))
  }
  for (const { path, holds, content } of packed.files) {
    files.push(await put(root, { path, holds }, await content()))
    onProgress(++done, total)
  }
  return { files, leftOut }
}

/** A format that cannot hold a table says so, and the package does without: others hold it. */
async function tableOrReason(format: Format, table: Table, path: string) {
  try {
    return await writeTable(format, table, path)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    await rm(path, { force: true })
    return error.message
  }
}

/** What lies beside the tables of a format. */
async function textsOf(besideCsv: Package['besideCsv'], { name, beside }: Format, made: readonly WrittenTable[]) {
  const tables = made.map(({ table }) => table)
  const [first] = tables
  const texts: { name: string; holds: string; text: string }[] = []
  if (beside !== undefined && first !== undefined)
    texts.push({
      name: `${first.name}${exportFiles[beside.file].ending}${beside.ending}`,
      holds: exportFiles[beside.file].label,
      text: beside.text(tables),
    })
  for (const { file, name: own, text } of name === 'csv' ? besideCsv : [])
    texts.push({
      name: own,
      holds: exportFiles[file].label,
      text: typeof text === 'string' ? text : await text(made),
    })
  return texts
}

async function put(
  root: string,
  of: Pick<ListedFile, 'path' | 'holds'>,
  content: string | Uint8Array,
): Promise<ListedFile> {
  const path = join(root, of.path)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content, { flag: 'wx', mode: ownerOnly })
  return { ...of, ...(await measured(path)) }
}
