import type { Method } from '../../analysis/imputation/method.ts'
import type { AppContext } from '../boot/context.ts'
import type { Holder } from '../domain/rights.ts'
import { InputError } from '../errors/input-error.ts'
import type { WantedData } from '../store/panel-answers.ts'
import { mayReadRemarks } from './files-offered.ts'
import type { Format } from './formats/format.ts'
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

interface Wanted extends WantedData {
  /** Who asks; nobody who works at the machine itself is held to anything. */
  by: (Holder & { id: number }) | undefined
  format: Format
  /** For a file for science: how many share what can be known of them. */
  k: number | undefined
  /** An earlier state, with which that of the files is compared. */
  since: string | undefined
  methods: readonly Method[] | undefined
  remarks: boolean
}

interface Files {
  tables: Table[]
  texts: TextFile[]
}

/** All files that a command writes of a wave. */
export async function filesOf(
  context: Pick<AppContext, 'db' | 'pool' | 'keys'>,
  exported: ExportedWave & { state: string },
  { by, format, k, since, methods, remarks, ...data }: Wanted,
): Promise<Files> {
  const { db, pool, keys } = context
  if (k !== undefined) {
    if (since !== undefined || remarks || methods !== undefined)
      throw new InputError(
        'Zu einem Scientific-Use-File gibt es keine Anmerkungen, Ergänzungen und Unterschiede zu früher.',
      )
    refuseUnsafe({ waves: [{ ...exported, id: exported.wave }], k, isScoped: by?.isScoped ?? false })
    const { tables, report } = await scientificWave(pool, exported, { state: data.state, k, key: keys.scientific })
    return { tables, texts: tables.slice(0, 1).map((table) => riskText(table, report)) }
  }
  if (remarks && by !== undefined && !mayReadRemarks(by))
    throw new InputError('Kommentare und Begründungen bekommt nur, wer einzelne Angaben ansehen darf.')
  const account = by?.id
  if (since !== undefined) {
    const earlier = await sinceOf(db, exported.wave, since)
    return { tables: [await sinceTable(pool, exported, { ...data, since: earlier, account })], texts: [] }
  }
  const tables = await waveTables(pool, exported, { ...data, account, ...(methods && { methods }) })
  const { ergaenzungen, anmerkungen, ...others } = tables
  // The script reads CSV; the rules stand for themselves.
  const { pruefregeln, pruefskript } = ruleFiles(exported.instrument, tables)
  return {
    tables: [...Object.values(others), ...(remarks ? [anmerkungen] : []), ...(methods ? [ergaenzungen] : [])],
    texts: format.ending === '.csv' ? [pruefregeln, pruefskript] : [pruefregeln],
  }
}
