import type { ImportedRow, ResponseOutcome } from './import-responses.ts'

/** What was read in, or would be: in all, and row by row. */
export function outcomeLines({ state, rows }: Pick<ResponseOutcome, 'state' | 'rows'>): string[] {
  const same = rows.filter(({ isSame }) => isSame).length
  const fresh = counted(rows.length - same, 'Fragebogen', 'Fragebögen')
  const first =
    state === 'imported' ? `Eingelesen: ${fresh}.` : `Nichts spricht dagegen, noch ist nichts eingelesen: ${fresh}.`
  const known = same === 0 ? [] : [`${counted(same, 'Fragebogen ist', 'Fragebögen sind')} schon so eingegangen.`]
  return [first, ...known, ...rows.filter(({ isSame }) => !isSame).map((row) => `   ${rowWords(row)}`)]
}

const rowWords = ({ unit, fields, receipt }: ImportedRow): string =>
  `${unit}: ${counted(fields, 'Angabe', 'Angaben')}${receipt === undefined ? '' : `, Quittung ${receipt}`}`

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('de-DE')} ${count === 1 ? one : many}`
