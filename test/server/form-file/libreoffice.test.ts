import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { openFormFile } from '../../../server/form-file/open-form-file.ts'
import { readFormFile } from '../../../server/form-file/read-form-file.ts'
import { rowHeight } from '../../../server/form-file/row-height.ts'
import { fileField } from '../../../surveys/form-file/file-field.ts'
import { published } from '../../support/published.ts'

/**
 * A section of Umfrage 1 as LibreOffice 7.4 saved it with German settings: its sheet renamed, two rows and a column put in, the guide
 * deleted; typed were `1.200`, `=17+17`, `=IF(TRUE();"";1)`, 7 shown as `7 %`, 0,5 shown as a share, and texts.
 */
const made = new URL('./made/libreoffice.xlsx', import.meta.url).pathname

t.test('what LibreOffice has made of a form is read as it shows it', async (t) => {
  const { variables } = await published('umfrage-1')
  const fields = new Map(
    variables.flatMap((variable) => {
      const field = fileField(variable, undefined)
      return field === undefined ? [] : [[variable.name, field] as const]
    }),
  )
  const expected = { fields, wanted: new Set(fields.keys()), stored: {} }
  const { keys, found, faults } = readFormFile(await openFormFile(made, 'zahlen.xlsx'), expected)
  t.match(keys, [/^umfrage-1\/117019\/2\.0\.0\/\d+\/[\w-]{22}$/])
  t.strictSame(
    Object.fromEntries([...found].flatMap(([name, { text }]) => (text === undefined ? [] : [[name, text]]))),
    {
      zp_status_gestattung: '1200',
      zp_status_duldung: '34',
      zp_status_kom: 'Grüße – „so“',
      zp_geschlecht_frauen: '7',
      zp_geschlecht_maenner: '12',
      zp_alter_nv: '1',
    },
  )
  t.match(faults, [{ place: /^Blatt „Unsere Zahlen“, Zeile \d+, Spalte D$/, sentence: /„0,5“ ist als Prozentzahl/ }])
})

t.test('a table in the format of OpenDocument is refused with the way out', async (t) => {
  const path = join(t.testdir(), 'zahlen.ods')
  const head = Buffer.alloc(30)
  head.write('PK\x03\x04')
  await writeFile(path, Buffer.concat([head, Buffer.from('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')]))
  await t.rejects(openFormFile(path, 'zahlen.ods'), /zahlen\.ods ist im Format OpenDocument.*\(\.xlsx\) oder als CSV/)
})

t.test('a row is as high as its longest text needs', async (t) => {
  const [text, widths] = ['Wie viele Personen sind es? '.repeat(10), [10, 60]]
  t.equal(rowHeight([{ text: 'F1', style: 'question' }, { text }], widths), 90)
  t.equal(rowHeight([undefined, { text, style: 'heading' }], widths), 15)
  t.equal(rowHeight([undefined, { text: 'a\n\nb' }], widths), 45)
  t.equal(rowHeight([undefined, { text: text.repeat(99) }], widths), 409, 'the most that there is')
})
