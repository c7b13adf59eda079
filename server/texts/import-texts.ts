import { basename } from 'node:path'
import { openTables } from '../admindata/open-tables.ts'
import { placed } from '../admindata/placed.ts'
import type { Db } from '../database/database.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { addSource, listSources, lockSources, sourcesOfFile, undoSource } from '../store/texts/sources.ts'
import { type FileText, type ReadTexts, readTextFile, sourceColumn } from './read-text-file.ts'

export interface TextOutcome {
  /** faulty: nothing was read in. */
  state: 'imported' | 'preview' | 'faulty'
  problems: string[]
  texts: FileText[]
  /** What the file names as sources, in its order. */
  sources: { title: string; texts: number }[]
}

interface Request {
  wave: string
  path: string
  file?: string
  preview: boolean
  by: number | undefined
  mostUnpacked?: number
}

/** Reads texts of a file in, each source under its name: all of them or nothing. */
export async function importTexts(
  db: Db,
  { wave, path, file = basename(path), preview, by, ...limits }: Request,
): Promise<TextOutcome> {
  const opened = await openTables(path, { file, ...limits })
  try {
    const read = await readTextFile(opened)
    return await db.transaction().execute(async (trx) => {
      await lockSources(trx, wave)
      const bySource = sourcesOf(read.texts)
      const sources = [...bySource].map(([title, { length: texts }]) => ({ title, texts }))
      const problems = await problemsWith(trx, { wave, file, hash: opened.hash, read, bySource })
      const outcome = { problems, texts: read.texts, sources }
      if (problems.length > 0) return { ...outcome, state: 'faulty' }
      if (preview) return { ...outcome, state: 'preview' }
      for (const [title, lines] of bySource)
        await addSource(trx, { wave, title, fileName: file, fileHash: opened.hash, lines, by })
      const detail = { rows: read.texts.length }
      await noteStaff(trx, { action: 'texts_imported', accountId: by, wave, detail })
      return { ...outcome, state: 'imported' }
    })
  } finally {
    await opened.close()
  }
}

function sourcesOf(texts: readonly FileText[]): Map<string, FileText[]> {
  const bySource = new Map<string, FileText[]>()
  for (const one of texts) {
    const known = bySource.get(one.source)
    if (known === undefined) bySource.set(one.source, [one])
    else known.push(one)
  }
  return bySource
}

interface Found {
  wave: string
  file: string
  hash: string
  read: ReadTexts
  bySource: ReadonlyMap<string, readonly FileText[]>
}

async function problemsWith(trx: Db, { wave, file, hash, read, bySource }: Found): Promise<string[]> {
  const same = await sourcesOfFile(trx, wave, hash)
  if (same.length > 0)
    return [
      `Diese Datei ist schon eingelesen: ${same.map((title) => `„${title}“`).join(', ')}. Nehmen Sie zuerst zurück, was neu eingelesen werden soll.`,
    ]
  const known = new Set((await listSources(trx, wave)).map(({ title }) => title))
  const taken = [...bySource].flatMap(([title, [first]]) =>
    known.has(title)
      ? [
          {
            line: first?.line ?? 1,
            column: sourceColumn,
            sentence: `Die Quelle „${title}“ ist schon eingelesen. Bitte nennen Sie diese anders, oder nehmen Sie jene zuerst zurück.`,
          },
        ]
      : [],
  )
  return [...read.problems, ...taken].sort((a, b) => a.line - b.line).map((one) => placed(file, one))
}

/** Takes the texts of a source back; false where there is none of this number. */
export async function undoTexts(
  db: Db,
  { wave, source, by }: { wave: string; source: number; by: number | undefined },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const isUndone = await undoSource(trx, { wave, id: source, by })
    if (isUndone) await noteStaff(trx, { action: 'texts_undone', accountId: by, wave, detail: { source } })
    return isUndone
  })
}
