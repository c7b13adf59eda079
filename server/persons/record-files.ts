import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PersonPaper } from '../../views/page-data/papers.ts'
import { unwritable } from '../errors/unwritable.ts'
import { personPaper } from './person-paper.ts'
import type { PersonRecord } from './person-record.ts'

export interface RecordFile {
  name: string
  content: Buffer
}

export const jsonOf = (record: PersonRecord): RecordFile => ({
  name: 'auskunft.json',
  content: Buffer.from(`${JSON.stringify(record, null, 2)}\n`),
})

export async function pdfOf(record: PersonRecord, print: (paper: PersonPaper) => Promise<Buffer>): Promise<RecordFile> {
  return { name: 'auskunft.pdf', content: await print(personPaper(record)) }
}

/** Both files that somebody gets who asks what is kept of them. */
export async function recordFiles(
  record: PersonRecord,
  print: (paper: PersonPaper) => Promise<Buffer>,
): Promise<RecordFile[]> {
  return [jsonOf(record), await pdfOf(record, print)]
}

/** Writes them where nobody else can read them, and never over others. */
export async function writeRecord(folder: string, files: readonly RecordFile[]): Promise<string[]> {
  const paths: string[] = []
  for (const { name, content } of files) {
    const path = join(folder, name)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(path, content, { flag: 'wx', mode: 0o600 })
    } catch (error) {
      throw unwritable(path, error)
    }
    paths.push(path)
  }
  return paths
}
