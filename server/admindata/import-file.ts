import type { ClientBase } from 'pg'
import type { Catalogue } from '../../analysis/indicators/catalogue.ts'
import { type Intake, openIntake } from '../../analysis/sources/intake.ts'
import { mapped } from '../../analysis/sources/mapped.ts'
import { recognise, sources } from '../../analysis/sources/recognise.ts'
import type { Description, Reader, Source } from '../../analysis/sources/source.ts'
import type { Territory } from '../../analysis/territory/place.ts'
import type { Database } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { findSame, type ImportBatch, insertBatch, letCount, takeTurn } from '../store/import-batches.ts'
import { compareStage, fillStage, openStage, settleSeries, storeStage } from '../store/observations.ts'
import { readTerritory } from '../store/territory.ts'
import { inTransaction } from '../store/transaction.ts'
import { changedFigures } from './changed-figures.ts'
import { copyLine } from './copy-line.ts'
import { nothingToRead } from './nothing-to-read.ts'
import { type OpenedFile, openTables, type Table } from './open-tables.ts'
import { placed } from './placed.ts'
import { refuseConflicts } from './refuse-conflicts.ts'
import type { Settings } from './settings.ts'
import { type ImportSummary, summaryOf } from './summary.ts'
import { usesOf } from './uses.ts'

export interface ImportOutcome {
  /** known: this very file counts already. unchanged: every figure is already known as it is. faulty: nothing was kept. */
  state: 'imported' | 'preview' | 'known' | 'unchanged' | 'faulty'
  batch: number | null
  file: string
  hash: string
  format: string
  title: string
  source: string
  licence: string
  asOf: string | null
  summary: ImportSummary
}

export interface ImportRequest {
  path: string
  /** How the file is called, where that is not the end of its path. */
  file?: string
  /** Who of the staff does it; commands have no account. */
  accountId?: number | undefined
  settings: Settings
  preview: boolean
  /** How large a packed file may be when it is unpacked, in bytes. */
  mostUnpacked?: number
  onProgress?: (done: number, total: number) => void
  /** What follows when all is read, where that takes a while. */
  onStep?: (sentence: string) => void
}

type Given = Database & { catalogue: Catalogue }

const many = 200_000

/** Reads a file into a batch: all of it, or nothing. A preview does the same work and keeps none of it. */
export async function importFile({ db, pool, catalogue }: Given, request: ImportRequest): Promise<ImportOutcome> {
  const territory = await readTerritory(db)
  if (territory.gemeinden.size === 0) {
    throw new InputError('Das Verzeichnis der Kommunen ist leer. Bitte zuerst: stichtag registry import')
  }
  const opened = await openTables(request.path, request)
  try {
    return await inTransaction(pool, async (client) => {
      await takeTurn(client)
      const same = await findSame(client, opened.hash, request.settings.identity)
      if (same !== undefined) return { keep: false, result: knownOutcome(same) }
      return readInto(client, opened, catalogue, territory, request)
    })
  } finally {
    await opened.close()
  }
}

async function readInto(
  client: ClientBase,
  opened: OpenedFile,
  catalogue: Catalogue,
  territory: Territory,
  { settings, preview, accountId, onProgress = () => {}, onStep = () => {} }: ImportRequest,
): Promise<{ keep: boolean; result: ImportOutcome }> {
  const { source, table } = sourceFor(opened, settings)
  const copy: string[] = []
  const intake = openIntake(catalogue, territory, settings, (observation) => copy.push(copyLine(observation)))
  const reader = readerFor(source, table, settings, intake)
  let lines = 0
  let description: Description | undefined

  async function* copyText(): AsyncGenerator<string> {
    for await (const batch of table.batches(source.form, onProgress)) {
      for (const refusal of batch.refusals) intake.sink.refused(refusal)
      for (const [index, cells] of batch.rows.entries()) reader.take(cells, batch.lines[index] ?? 0)
      lines = batch.lines.at(-1) ?? lines
      if (copy.length > 0) yield copy.splice(0).join('')
    }
    description = reader.end()
    if (copy.length > 0) yield copy.splice(0).join('')
  }

  await openStage(client)
  await fillStage(client, copyText())
  const count = intake.report.observations
  const step = (sentence: string) => (count > many ? onStep(sentence) : undefined)
  step(`${count.toLocaleString('de-DE')} Angaben sind gelesen und werden mit dem Bestand verglichen …`)
  await settleSeries(client, intake.series)
  await refuseConflicts(client, intake.report)
  const changes = await compareStage(client)
  const changed = changes.changed === 0 ? [] : await changedFigures(client, catalogue, territory)
  const uses = await usesOf(client, catalogue, intake.series)
  const { title = '', source: publisher = '', licence = '', asOf = null } = description ?? {}
  const summary = summaryOf(intake.report, { lines, changes, changed, uses })
  const { observations } = summary
  const outcome = (state: ImportOutcome['state'], batch: number | null): ImportOutcome => ({
    state,
    batch,
    file: opened.file,
    hash: opened.hash,
    format: source.id,
    title,
    source: publisher,
    licence,
    asOf,
    summary,
  })
  if (summary.faultCount > 0 && !settings.skipFaulty) return { keep: false, result: outcome('faulty', null) }
  if (observations === 0) throw new InputError(nothingToRead(summary))
  if (changes.added + changes.changed === 0) return { keep: false, result: outcome('unchanged', null) }
  if (preview) return { keep: false, result: outcome('preview', null) }
  step('Sie werden gespeichert …')
  const batch = await insertBatch(client, {
    fileName: opened.file,
    fileHash: opened.hash,
    settings: settings.identity,
    format: source.id,
    title,
    source: publisher,
    licence,
    asOf,
    synthetic: false,
    observations,
    report: summary,
    accountId,
  })
  await storeStage(client, batch)
  await letCount(client, batch)
  return { keep: true, result: outcome('imported', batch) }
}

function sourceFor({ file, tables }: OpenedFile, { mapping }: Settings): { source: Source; table: Table } {
  if (mapping !== undefined) {
    const table = tables.find(({ head }) => mapping.sheet === undefined || head.sheet?.startsWith(mapping.sheet))
    if (table !== undefined) return { source: mapped, table }
    const sheets = tables.map(({ head }) => head.sheet).join(', ')
    throw new InputError(`${file}: Das Blatt „${mapping.sheet}“ der Zuordnung fehlt. Vorhanden sind: ${sheets}.`)
  }
  for (const table of tables) {
    const source = recognise(table.head)
    if (source !== undefined) return { source, table }
  }
  throw new InputError([
    `${file} hat keine der Formen, die von selbst erkannt werden: ${sources.map(({ title }) => title).join('; ')}.`,
    'Jede andere Tabelle (CSV, XLSX) wird mit einer Zuordnung gelesen: --mapping DATEI.',
  ])
}

function readerFor(source: Source, { head }: Table, settings: Settings, { sink }: Intake): Reader {
  const reader = source.open(head, settings, sink)
  if (!Array.isArray(reader)) return reader
  throw new InputError(reader.map((refusal) => placed(head.file, refusal)))
}

function knownOutcome(batch: ImportBatch): ImportOutcome {
  const { id, file_name, file_hash, format, title, source, licence, as_of, report } = batch
  const rest = { format, title, source, licence, asOf: as_of, summary: report }
  return { state: 'known', batch: id, file: file_name, hash: file_hash, ...rest }
}
