import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'
import { InputError } from '../errors/input-error.ts'

interface Unpacked {
  path: string
  remove(): Promise<void>
}

const readable = /\.(?:csv|txt|asc|xlsx)$/i
/** More than any official file; what claims to be larger is meant to fill the disk. */
const mostUnpacked = 16 * 1024 ** 3

/** The one table in a zip archive, as the portals deliver it; undefined where the archive is a workbook itself. */
export async function unpack(path: string, file: string, most = mostUnpacked): Promise<Unpacked | undefined> {
  const archive = await yauzl.openPromise(path, { autoClose: false }).catch(damaged(file))
  try {
    const table = tableIn(await entriesOf(archive).catch(damaged(file)), file, most)
    return table && (await extract(archive, table).catch(damaged(file)))
  } finally {
    archive.close()
  }
}

async function entriesOf(archive: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = []
  for await (const entry of archive.eachEntry()) entries.push(entry)
  return entries
}

/** What an archive holds that is a workbook itself, of either kind. */
const partsOfWorkbook: ReadonlySet<string> = new Set(['[Content_Types].xml', 'mimetype'])

function tableIn(entries: readonly yauzl.Entry[], file: string, most: number): yauzl.Entry | undefined {
  if (entries.some(({ fileName }) => partsOfWorkbook.has(fileName))) return undefined
  const tables = entries.filter(({ fileName }) => readable.test(fileName))
  const [table] = tables
  if (table === undefined || tables.length > 1) {
    const found = tables.length === 0 ? 'keine Tabelle' : `${tables.length} Tabellen`
    throw new InputError(
      `Das Archiv ${file} enthält ${found}; bitte entpacken Sie es und nennen Sie eine Datei (CSV, TXT, XLSX).`,
    )
  }
  // What is more than is said here ends the unpacking.
  if (table.uncompressedSize > most)
    throw new InputError(`${table.fileName} ist entpackt größer als ${Math.floor(most / 1024 ** 3)} GB.`)
  return table
}

async function extract(archive: yauzl.ZipFile, table: yauzl.Entry): Promise<Unpacked> {
  const folder = await mkdtemp(join(tmpdir(), 'stichtag-import-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const target = join(folder, basename(table.fileName))
    await pipeline(await archive.openReadStreamPromise(table), createWriteStream(target))
    return { path: target, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

function damaged(file: string): (cause: unknown) => never {
  return (cause) => {
    throw new InputError(`Das Archiv ${file} ist nicht lesbar oder beschädigt.`, { cause })
  }
}
