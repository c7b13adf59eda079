import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Provenance } from '../../analysis/report/provenance.ts'
import type { Db } from '../database/database.ts'
import type { Script } from '../evaluation/scripts.ts'

interface Made {
  scripts: readonly Script[]
  provenance: Provenance
}

interface Where {
  folder: string
  /** Who is given them. */
  by: number | undefined
  tell(line: string): void
}

/** Writes scripts into a folder, each noted before it leaves. */
export async function writeScripts(db: Db, { scripts, provenance }: Made, { folder, by, tell }: Where): Promise<void> {
  const { noteLeaving } = await import('../export/note-leaving.ts')
  await mkdir(folder, { recursive: true })
  for (const { name, text: content } of scripts) {
    const file = join(folder, name)
    await noteLeaving(db, { action: 'export', file: { name, content }, provenance, accountId: by })
    await writeFile(file, content)
    tell(file)
  }
}
