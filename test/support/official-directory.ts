import { zipSync } from 'fflate'

/** A Kommune as the directories of Destatis have it. */
export interface Listed {
  gkz: string
  name: string
  population: number
}

/** A line of GV100AD with its fields at their places, counted from 1, cut where the last of them ends. */
export function record(fields: Record<number, string>): string {
  const cells = Array.from({ length: 220 }, () => ' ')
  for (const [at, text] of Object.entries(fields))
    for (const [index, character] of [...text].entries()) cells[Number(at) - 1 + index] = character
  return cells.join('').trimEnd()
}

const digits = (number: number) => String(number).padStart(11, '0')

export const gemeindeRecord = ({ gkz, name, population }: Listed, day = '20251130') =>
  record({
    1: '60',
    3: day,
    11: `08${gkz}`,
    19: '0000',
    23: name,
    123: '64',
    129: digits(3904),
    140: digits(population),
    151: digits(Math.floor(population / 2)),
  })

/** A Kreis as GV100AD names it. */
export const kreisRecord = (kreis: string, name: string, day = '20251130') =>
  record({ 1: '40', 3: day, 11: `08${kreis}`, 23: name, 123: '43' })

/** A GV100AD of some Kommunen. */
export const gv100ad = (listed: readonly Listed[], day = '20251130'): string =>
  `${[record({ 1: '10', 3: day, 11: '08', 23: 'Baden-Württemberg' }), ...listed.map((one) => gemeindeRecord(one, day))].join('\r\n')}\r\n`

const auszugHead = [
  ['Gemeinden in Deutschland nach Fläche, Bevölkerung und Postleitzahl am 31.03.2026 (1. Quartal)'],
  [''],
  ['Satzart', 'Textkennzeichen', 'ARS', '', '', '', '', 'Gemeindename', 'Fläche km2'],
  ['', '', 'Land', 'RB', 'Kreis', 'VB', 'Gem', '', '', 'insgesamt', 'männlich', 'weiblich', 'je km2'],
  ['', '', '', '', '', '', '', '', 'Gebietsstand am 31.03.2026', 'am 31.12.2025 (Jahr)'],
  [''],
  ['10', '', '08', '', '', '', '', 'Baden-Württemberg'],
]

const auszugRow = ({ gkz, name, population }: Listed) => [
  ...['60', '64', '08', gkz.slice(0, 1), gkz.slice(1, 3), '0000', gkz.slice(3), name, '39,04'],
  ...[String(population), String(Math.floor(population / 2)), String(Math.ceil(population / 2)), '100', '73054'],
]

const auszugRows = (listed: readonly Listed[]) => [
  ...auszugHead,
  ...listed.map(auszugRow),
  [''],
  ['Quelle: Statistisches Bundesamt'],
]

/** An AuszugGV as somebody saves it as CSV. */
export const auszugCsv = (listed: readonly Listed[]): string =>
  `\ufeff${auszugRows(listed)
    .map((cells) => cells.map((cell) => (cell.includes(';') ? `"${cell}"` : cell)).join(';'))
    .join('\r\n')}\r\n`

/** A workbook with a sheet, every cell a text. */
export function workbook(rows: readonly (readonly string[])[], sheet = 'Tabelle1'): Uint8Array {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const letter = (index: number) => String.fromCharCode(65 + index)
  const lines = rows.map((cells, row) => {
    const filled = cells.map(
      (cell, column) => `<c r="${letter(column)}${row + 1}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`,
    )
    return `<row r="${row + 1}">${filled.join('')}</row>`
  })
  const office = 'http://schemas.openxmlformats.org'
  const part = (text: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${text}`)
  return zipSync({
    '[Content_Types].xml': part(
      `<Types xmlns="${office}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
    ),
    '_rels/.rels': part(
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" ` +
        `Type="${office}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': part(
      `<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships">` +
        `<sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': part(
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" ` +
        `Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': part(
      `<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData></worksheet>`,
    ),
  })
}

export const auszugWorkbook = (listed: readonly Listed[]): Uint8Array =>
  workbook(auszugRows(listed), 'Onlineprodukt_Gemeinden31032026')
