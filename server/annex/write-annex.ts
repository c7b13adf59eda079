import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnnexDocument } from '../../analysis/texts/annex/document.ts'
import { sha256 } from '../../surveys/definition/canonical.ts'
import { Engine } from '../../views/engine.ts'
import { csvDe } from '../export/formats/csv-de.ts'
import type { Origin } from '../export/origin.ts'
import { inWorkplace } from '../export/workplace.ts'
import { writeTable } from '../export/write-table.ts'
import { print } from '../paper/print.ts'
import { annexTables } from './annex-tables.ts'

/** The page that stands alone: it loads nothing, and can be opened, printed and handed on. */
export const annexHtml = (annex: AnnexDocument): string => new Engine().render('@standalone/annex.eta', { annex })

/** Everybody may read an annex: it is there to be published. */
const readable = 0o644

/** Writes an annex as page, paper and tables, all of it or nothing; the same annex gives the same bytes. */
export async function writeAnnex(
  annex: AnnexDocument,
  folder: string,
  origin: Origin,
  /** What has to be noted before the files are there. */
  note?: (written: { file: string; sha256: string }) => Promise<unknown>,
): Promise<string[]> {
  const name = 'anhang'
  const tables = annexTables(annex, name, origin)
  const files = [`${name}.html`, `${name}.pdf`, ...tables.map((table) => `${table.name}${csvDe.ending}`)]
  return inWorkplace(folder, files, async (workplace) => {
    const put = (file: string, content: string | Buffer) =>
      writeFile(join(workplace, file), content, { flag: 'wx', mode: readable })
    await put(`${name}.html`, annexHtml(annex))
    await put(`${name}.pdf`, await print('annex', annex))
    for (const table of tables) await writeTable(csvDe, table, join(workplace, `${table.name}${csvDe.ending}`))
    if (note === undefined) return
    for (const file of files) await note({ file, sha256: sha256(await readFile(join(workplace, file))) })
  })
}
