import yauzl from 'yauzl'
import { InputError } from '../errors/input-error.ts'

export interface WorkbookLimits {
  cells: number
  /** Unpacked. */
  bytes: number
}

/** Far more than any official workbook has; what is larger is better kept as CSV, which is read piece by piece. */
export const officialLimits: WorkbookLimits = { cells: 1_500_000, bytes: 128 * 1024 * 1024 }

/** The address of a cell; longer than any that there is, so that none can hide behind its length. */
const address = /\br\s*=\s*["']([A-Za-z]{1,10})(\d{1,10})["']/g
const longestAddress = 40

/**
 * Refuses a workbook that would fill the memory: a sheet is read as a whole, with every cell up to its last row and column. So
 * it is unpacked once, which keeps nothing, and its bytes and cells are counted. A file of 1 kB can have 3 thousand million cells.
 */
export async function refuseLargeWorkbook(path: string, most: WorkbookLimits): Promise<void> {
  const archive = await yauzl.openPromise(path, { autoClose: false })
  try {
    let bytes = 0
    let cells = 0
    for await (const entry of archive.eachEntry()) {
      const sheet = { rows: 0, columns: 0 }
      const isSheet = /(?:^|\/)worksheets\//i.test(entry.fileName)
      let rest = ''
      for await (const chunk of await archive.openReadStreamPromise(entry)) {
        bytes += chunk.length
        if (bytes > most.bytes) throw tooLarge(`mehr als ${most.bytes / 1024 / 1024} MB`)
        if (!isSheet) continue
        const text = rest + chunk.toString('latin1')
        measure(sheet, text)
        if (cells + sheet.rows * sheet.columns > most.cells)
          throw tooLarge(`mehr als ${most.cells.toLocaleString('de-DE')} Zellen`)
        rest = text.slice(-longestAddress)
      }
      cells += sheet.rows * sheet.columns
    }
  } finally {
    archive.close()
  }
}

function measure(sheet: { rows: number; columns: number }, text: string): void {
  for (const [, letters = '', digits] of text.matchAll(address)) {
    sheet.rows = Math.max(sheet.rows, Number(digits))
    sheet.columns = Math.max(sheet.columns, columnNumber(letters))
  }
}

/** `A` → 1, `AA` → 27. */
function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}

const tooLarge = (what: string) =>
  new InputError(`Die Arbeitsmappe hat entpackt ${what}. Bitte speichern Sie das Blatt mit den Zahlen als CSV-Datei.`)
