import { strToU8, unzipSync, zipSync } from 'fflate'
import t from 'tap'
import { readListFile } from '../../../analysis/sources/list-file/read-list-file.ts'
import { writeList } from '../../support/write-list.ts'

const read = (bytes: Uint8Array) => readListFile(bytes, async () => {})
const readText = (text: string) => read(new TextEncoder().encode(text))

t.test('a workbook that another program wrote is read as it shows itself', async (t) => {
  const book = writeList(`
sheet.title = "Pläne"
sheet["A1"] = "Kinder"
sheet.merge_cells("A1:B1")
sheet["C1"] = "Kennung"
sheet.merge_cells("C1:C2")
sheet.append(["unter 18", "unter 6"])
sheet.append([2, 3.5999999999999996, "Ä & <ö>"])
sheet.append([datetime.date(1985, 3, 4), datetime.datetime(2018, 12, 15, 14, 30), True])
sheet["A5"].number_format = "0.00 [Red]"
sheet["A5"] = 7.5
sheet["B5"] = "=A3+1"
sheet["C5"] = "#N/A"
sheet["C5"].data_type = "e"
sheet["A9"] = "zuletzt"
sheet["XFD900"].number_format = "0"
second = book.create_sheet("Zweites")
second["B2"] = "da"
hidden = book.create_sheet("Verborgen")
hidden.sheet_state = "hidden"
hidden["A1"] = "nicht zu sehen"
`)
  const tables = await read(book)
  t.strictSame(
    tables.map(({ sheet }) => sheet),
    ['Pläne', 'Zweites'],
  )
  const [plans, second] = tables
  t.strictSame(plans?.rows.slice(0, 5), [
    ['Kinder', 'Kinder', 'Kennung'],
    ['unter 18', 'unter 6', 'Kennung'],
    ['2', '3,6', 'Ä & <ö>'],
    ['1985-03-04', '2018-12-15', 'WAHR'],
    ['7,5', '', '#N/A'],
  ])
  t.strictSame(
    [...(plans?.faults ?? [])],
    [
      ['4:1', 'formula'],
      ['4:2', 'error'],
    ],
  )
  t.strictSame([plans?.rows.length, plans?.lines[8], plans?.rows[8]], [9, 9, ['zuletzt']])
  t.strictSame(second?.rows, [[], ['', 'da']])
})

t.test('days are counted from where the workbook says, and texts are put together', async (t) => {
  const parts = unzipSync(writeList('sheet["A1"] = datetime.date(2018, 12, 15)'))
  const book = (changes: Record<string, string>) =>
    zipSync({ ...parts, ...Object.fromEntries(Object.entries(changes).map(([name, xml]) => [name, strToU8(xml)])) })
  const workbook = new TextDecoder().decode(parts['xl/workbook.xml']).replace('<workbookPr', '<workbookPr date1904="1"')
  t.match(workbook, 'date1904')
  const [from1904] = await read(book({ 'xl/workbook.xml': workbook }))
  t.strictSame(from1904?.rows, [['2022-12-16']])
  const sheet =
    '<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>zwei </x:t></x:r><x:r><x:t>Teile</x:t></x:r></x:is></x:c><x:c t="str"><x:f>A1</x:f><x:v></x:v></x:c><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  const [plain] = await read(book({ 'xl/worksheets/sheet1.xml': sheet }))
  t.strictSame(plain?.rows, [['zwei Teile', '', '3']])
})

t.test('a list of text is read whatever program has saved it', async (t) => {
  const windows = Buffer.from('K\u00e4se;b\r\n"x;y\r\nz";2\r\n\r\n', 'latin1')
  const rows = async (bytes: Uint8Array) => (await read(bytes))[0]?.rows
  t.strictSame(await rows(windows), [
    ['Käse', 'b'],
    ['x;y\nz', '2'],
  ])
  t.strictSame((await read(Buffer.from('a;"b\nc"\nd;e\n')))[0]?.lines, [1, 3])
  t.strictSame(await rows(Buffer.from('\ufeffKäse\tb\n1\t2\n', 'utf16le')), [
    ['Käse', 'b'],
    ['1', '2'],
  ])
  const [told] = await readText('\ufeffsep=,\na,b;c\n1,2\n')
  t.strictSame(
    [told?.rows, told?.lines],
    [
      [
        ['a', 'b;c'],
        ['1', '2'],
      ],
      [2, 3],
    ],
  )
})

t.test('what is no list is refused with a sentence', async (t) => {
  const refuse = (bytes: Uint8Array, sentence: RegExp) =>
    t.rejects(read(bytes), { name: 'ListFileError', message: sentence })
  await refuse(new Uint8Array(), /ist leer/)
  await refuse(Buffer.from('PK\x03\x04kaputt'), /keine lesbare Arbeitsmappe/)
  await refuse(
    zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }),
    /keine lesbare Arbeitsmappe/,
  )
  await refuse(Buffer.from('d0cf11e0a1b11ae1', 'hex'), /mit einem Kennwort geschützt/)
  await refuse(Buffer.from('%PDF-1.7'), /ein PDF/)
  await refuse(Buffer.from('GIF89a\0\0;\n'), /keine Liste/)
  await refuse(Buffer.from('a;b\n"offen;1\n2;3\n'), /Zeile 2: Ein Anführungszeichen/)
  const parts = unzipSync(writeList('sheet["A1"] = 1'))
  const sheet = (cell: string) => ({
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${cell}</sheetData></worksheet>`),
  })
  await refuse(
    zipSync({ ...parts, ...sheet('<row r="900000"><c r="A900000"><v>1</v></c></row>') }),
    /mehr als 60\.000 Zeilen/,
  )
  await refuse(zipSync({ ...parts, ...sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>') }), /mehr als 400 Spalten/)
  await refuse(zipSync({ ...parts, ...sheet('<row r="1"><c r="A1"><v>1</v>') }), /keine lesbare Arbeitsmappe/)
})
