import { usualK } from '../../analysis/anonymity/how-many.ts'
import type { ValuesUsed } from '../../surveys/codebook/values-used.ts'
import type { AppContext } from '../boot/context.ts'
import type { Holder } from '../domain/rights.ts'
import { chosenCodings, codingsTables } from '../texts/codings-tables.ts'
import { isCodingFile, isRuleFile, isScientificFile, type OfferedFile } from './files-offered.ts'
import type { ExportedWave } from './origin.ts'
import { ruleFiles } from './rule-files.ts'
import { riskText } from './scientific/risk-text.ts'
import { scientificWave } from './scientific/scientific-wave.ts'
import { refuseUnsafe } from './scientific/who-gets.ts'
import { sinceOf } from './since/since-of.ts'
import { sinceTable } from './since/since-table.ts'
import type { Table } from './table.ts'
import type { TextFile } from './text-file.ts'
import { waveTables } from './wave-tables.ts'

interface Wanted {
  file: OfferedFile
  by: Holder & { accountId: number }
  values: ValuesUsed
  /** An earlier state, for what is new since then. */
  since: string
  /** The number of a codebook, for what texts are about. */
  codebook: string
}

/** One file of a wave: a table, or a text with the table that it belongs to. */
export async function fileOfWave(
  { db, pool, keys }: Pick<AppContext, 'db' | 'pool' | 'keys'>,
  exported: ExportedWave & { state: string },
  { file, by: { accountId: account, isScoped }, values, since, codebook }: Wanted,
): Promise<{ table: Table; text?: TextFile<string> }> {
  if (isScientificFile(file)) {
    refuseUnsafe({ waves: [{ ...exported, id: exported.wave }], k: usualK, isScoped })
    const { tables, report } = await scientificWave(pool, exported, { k: usualK, key: keys.scientific })
    const [table, book] = tables as [Table, Table]
    if (file === 'suf-bericht') return { table, text: riskText(table, report) }
    return { table: file === 'suf' ? table : book }
  }
  if (file === 'seit') {
    const earlier = await sinceOf(db, exported.wave, since)
    return { table: await sinceTable(pool, exported, { values, since: earlier, account }) }
  }
  if (isCodingFile(file))
    return {
      table: chosenCodings(await codingsTables({ db, pool }, exported, account), exported.wave, codebook)[file],
    }
  const tables = await waveTables(pool, exported, { account, values })
  if (isRuleFile(file)) return { table: tables.antworten, text: ruleFiles(exported.instrument, tables)[file] }
  return { table: tables[file] }
}
