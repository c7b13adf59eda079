import { ListFileError } from '../../../analysis/sources/list-file/list-file-error.ts'
import { readListFile } from '../../../analysis/sources/list-file/read-list-file.ts'
import type { CountingPlan } from '../../../surveys/counting/counting-plan.ts'
import { knowsHeading } from '../../../surveys/counting/guess-columns.ts'
import { headingRow } from '../../../surveys/counting/headings.ts'
import type { ListTable } from '../../../surveys/counting/list-table.ts'

const largestMegabytes = 30
/** As long as nobody notices that nothing else is done. */
const turn = 40

/** The tables of a file that hold anything, or the sentence that says why there are none. */
export async function openList(file: File): Promise<ListTable[] | string> {
  if (file.size > largestMegabytes * 1024 ** 2)
    return `Die Datei ist größer als ${largestMegabytes} MB. Bitte löschen Sie Blätter und Spalten, die nicht gezählt werden.`
  try {
    const tables = await readListFile(new Uint8Array(await file.arrayBuffer()), pauser())
    const filled = tables.filter(({ rows }) => rows.some((row) => row.some((cell) => cell.trim() !== '')))
    return filled.length === 0 ? 'In der Datei steht nichts.' : filled
  } catch (error) {
    if (error instanceof ListFileError) return error.message
    return `Die Datei lässt sich nicht lesen. Gelesen werden Excel-Arbeitsmappen (.xlsx) und CSV-Dateien.`
  }
}

/** Lets the browser draw and hear clicks while a long list is read. */
function pauser(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < turn) return
    await new Promise((go) => setTimeout(go))
    since = performance.now()
  }
}

/** The table of which most is known, and the row of its headings. */
export function bestTable(plan: CountingPlan, tables: readonly ListTable[]): { sheet: number; head: number } {
  const rows = tables.map((table) => headingRow(table, (heading) => knowsHeading(plan, heading)))
  const most = Math.max(...rows.map(({ known }) => known))
  const sheet = rows.findIndex(({ known }) => known === most)
  return { sheet, head: rows[sheet]?.row ?? 0 }
}
