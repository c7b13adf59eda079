import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import readSheets from 'read-excel-file/node'
import t from 'tap'
import { xlsx } from '../../../server/export/formats/xlsx/xlsx.ts'
import type { Row } from '../../../server/export/table.ts'
import { planned } from '../../../surveys/answer/missing.ts'
import { type DescribedColumn, describedReason } from '../../../surveys/codebook/described-column.ts'
import { plainColumn, writeDrawn } from '../../support/drawn-file.ts'
import { farAway } from '../../support/far-away.ts'
import { readWorkbooksWithPython } from '../../support/read-with-python.ts'

const missing = { column: 'anzahl_fehlt', reasons: planned('leer', 'nicht_vorhanden') }
const asked = {
  ...{ number: 'F1', question: 'Wie viele?', printed: 'alle', instruction: 'Bitte schätzen.', unit: 'Personen' },
  ...{ population: 'Kommunen', concept: 'umfrage-1.anzahl', base: 'gesamt', notes: ['Neu gefragt.', 'Geschätzt.'] },
}
const columns: DescribedColumn[] = [
  { ...plainColumn('anzahl', 'integer'), label: 'Wie viele & wer?', missing, ...asked },
  describedReason('anzahl', missing),
  plainColumn('anteil', 'decimal'),
  { ...plainColumn('gkz', 'code'), values: [{ code: '08', label: 'Kreis „acht“' }] },
  plainColumn('text', 'text'),
  plainColumn('zeit', 'time'),
  plainColumn('tag', 'day'),
  plainColumn('monat', 'month'),
]
const texts = ['=1+1\r\n <b>&amp;</b> "x" 😀', 'halb \ud83d, \u0007, \uffff'] as const
const rows: Row[] = [
  [2 ** 53 - 1, null, 0.1, '08', texts[0], '1969-12-31T23:59:59Z', '2024-02-29', '1959-12'],
  [null, 'leer', -1e-7, '=1', texts[1], '2026-11-30T06:55:01Z', '1900-03-01', '2026-11'],
]

t.test('openpyxl and our own reader find cells with their types, what columns mean, and the origin', async (t) => {
  const folder = t.testdir({})
  const path = join(folder, 'welle.xlsx')
  const { sha256 } = await writeDrawn(xlsx, { columns, rows }, path)
  const [book] = readWorkbooksWithPython([path])
  const replaced = 'halb \ufffd, \ufffd, \ufffd'
  t.strictSame(book?.sheets.Daten, [
    columns.map(({ name }) => name),
    [2 ** 53 - 1, null, 0.1, '08', texts[0], '1969-12-31T23:59:59', '2024-02-29T00:00:00', '1959-12-01T00:00:00'],
    [null, 'leer', -1e-7, '=1', replaced, '2026-11-30T06:55:01', '1900-03-01T00:00:00', '2026-11-01T00:00:00'],
  ])
  t.equal(book?.formulas, 0)
  t.equal(book?.created, '2026-11-01T02:03:04', 'the time of the state')
  t.strictSame(book?.sheets.Spalten?.slice(1, 3), [
    [
      ...['anzahl', 'Wie viele & wer?', 'ganze Zahl', 'anzahl_fehlt', 'leer, nicht_vorhanden'],
      ...['F1', 'Wie viele?', 'alle', 'Bitte schätzen.', 'Personen', 'Kommunen', 'umfrage-1.anzahl', 'gesamt'],
      'Neu gefragt.\nGeschätzt.',
    ],
    ['anzahl_fehlt', 'Warum anzahl fehlt', 'Schlüssel', ...Array(11).fill(null)],
  ])
  t.strictSame(book?.sheets.Ausprägungen?.slice(1), [['gkz', '08', 'Kreis „acht“']])
  const notes = JSON.stringify(book?.sheets.Hinweise)
  for (const told of ['9.8.7', 'erfundene', 'leer: Keine Angabe', 'In „text“ steht für 3 Zeichen']) t.match(notes, told)
  const [data] = await readSheets(path)
  t.same(data?.data[1], [
    ...(rows[0]?.slice(0, 5) ?? []),
    ...['1969-12-31T23:59:59Z', '2024-02-29', '1959-12'].map(date),
  ])

  farAway(t)
  t.equal((await writeDrawn(xlsx, { columns, rows }, join(folder, 'b.xlsx'))).sha256, sha256)
  t.equal((await readFile(path)).readUInt16LE(12), ((2026 - 1980) << 9) | (11 << 5) | 1, 'the day of the state')
})

const date = (text: string) => new Date(text)

t.test('what a workbook cannot hold is refused with a sentence, before a byte is written', async (t) => {
  const folder = t.testdir({})
  const cases = [
    ['text', 'x'.repeat(32_768), /„x“ steht ein Text von 32768 Zeichen/],
    ['integer', 2 ** 53, /„x“ steht „9007199254740992“/],
    ['decimal', 1e308, /„x“ steht 1e\+308/],
    ['decimal', 5e-324, /„x“ steht 5e-324/],
    ['day', '1900-02-28', /„x“ steht „1900-02-28“.*vor März 1900/],
    ['day', '2023-02-29', /„x“ steht „2023-02-29“/],
  ] as const
  for (const [place, [type, cell, sentence]] of cases.entries()) {
    const path = join(folder, `${place}.xlsx`)
    await t.rejects(writeDrawn(xlsx, { columns: [plainColumn('x', type)], rows: [[cell]] }, path), sentence)
    t.equal((await readFile(path)).length, 0)
  }
  const wide = Array.from({ length: 2000 }, (_, place) => plainColumn(`s${place}`, 'integer'))
  const full = Array.from({ length: 1001 }, () => wide.map(() => 1))
  await t.rejects(
    writeDrawn(xlsx, { columns: wide, rows: full }, join(folder, 'groß.xlsx')),
    /mehr als 2\.000\.000 Werte/,
  )
})
