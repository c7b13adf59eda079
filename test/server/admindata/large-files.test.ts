import { zipSync } from 'fflate'
import t from 'tap'
import { admindataWorld, flatFile } from '../../support/admindata.ts'
import { sentencesOf } from '../../support/sentences-of.ts'

const namespace = 'http://schemas.openxmlformats.org'
const sheetOf = (rows: string) =>
  `<?xml version="1.0"?><worksheet xmlns="${namespace}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`

function workbook(sheet: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': Buffer.from(`<Types xmlns="${namespace}/package/2006/content-types"/>`),
    'xl/workbook.xml': Buffer.from(
      `<workbook xmlns="${namespace}/spreadsheetml/2006/main" xmlns:r="${namespace}/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': Buffer.from(
      `<Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="rId1" Type="${namespace}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': Buffer.from(sheetOf(sheet)),
    ...more,
  })
}

const cell = (address: string) => `<c r="${address}"><v>1</v></c>`
const corners = (last: string, rows: number) =>
  `<row r="1">${cell('A1')}</row><row r="${rows}">${cell(`${last}${rows}`)}</row>`

t.test('a workbook that would fill the memory is refused before it is read', async (t) => {
  const { load } = await admindataWorld(t)
  const files: [string, Uint8Array, RegExp][] = [
    ['two cells, as far apart as can be', workbook(corners('XFD', 1_048_576)), /mehr als 1\.500\.000 Zellen.*CSV/],
    ['beyond what there is', workbook(corners('ZZZZZZ', 99_999_999)), /mehr als 1\.500\.000 Zellen/],
    ['other quotes', workbook(corners('XFD', 1_048_576).replaceAll('"', "'")), /mehr als 1\.500\.000 Zellen/],
    [
      'several sheets that are too much together',
      workbook(corners('Z', 40_000), { 'xl/worksheets/sheet2.xml': Buffer.from(sheetOf(corners('Z', 40_000))) }),
      /mehr als 1\.500\.000 Zellen/,
    ],
    [
      'texts without end',
      workbook(corners('B', 2), { 'xl/sharedStrings.xml': Buffer.alloc(130 * 1024 * 1024, 'x') }),
      /entpackt mehr als 128 MB.*CSV/,
    ],
  ]
  for (const [what, content, sentence] of files) {
    const before = process.memoryUsage().rss
    t.match(await sentencesOf(load('mappe.xlsx', content)), [sentence], what)
    t.ok(process.memoryUsage().rss - before < 400 * 1024 * 1024, `${what}: memory stays`)
  }
  t.match(await sentencesOf(load('mappe.xlsx', workbook(corners('Z', 1_000)))), [/keine der Formen/, /--mapping/])
})

t.test('an archive is unpacked up to a limit', async (t) => {
  const { load } = await admindataWorld(t)
  const packed = zipSync({ 'datei.csv': Buffer.from(flatFile({ key: '08117019', value: 9 })) })
  t.match(await load('datei.zip', packed, {}, { mostUnpacked: 10_000 }), { state: 'imported' })
  t.match(await sentencesOf(load('gross.zip', packed, {}, { mostUnpacked: 100 })), [
    /datei\.csv ist entpackt größer als/,
  ])
  // The size that the archive states, 40 kB, is made to be 4 kB in both places: who counts while unpacking is not deceived.
  const lying = Buffer.from(zipSync({ 'datei.csv': Buffer.alloc(40_000, 'x;') }))
  for (let at = lying.indexOf(sizeOf(40_000)); at !== -1; at = lying.indexOf(sizeOf(40_000), at + 4))
    lying.set(sizeOf(4_000), at)
  t.match(await sentencesOf(load('luegt.zip', lying, {}, { mostUnpacked: 10_000 })), [/nicht lesbar oder beschädigt/])
})

function sizeOf(bytes: number): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(bytes)
  return size
}
