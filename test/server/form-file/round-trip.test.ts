import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import t from 'tap'
import { Random } from '../../../server/demo/random.ts'
import { csvFile } from '../../../server/form-file/csv-file.ts'
import { openFormFile } from '../../../server/form-file/open-form-file.ts'
import { readFormFile } from '../../../server/form-file/read-form-file.ts'
import { formWorkbook } from '../../../server/form-file/workbook.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { listSurveys } from '../../../surveys/definition/list-surveys.ts'
import { fileField } from '../../../surveys/form-file/file-field.ts'
import { formLines } from '../../../surveys/form-file/form-lines.ts'
import { typeOf } from '../../../surveys/types/index.ts'
import { published } from '../../support/published.ts'
import { readWorkbooksWithPython } from '../../support/read-with-python.ts'
import { validAnswer } from '../../support/valid-answer.ts'

const kommune = { name: 'Eislingen/Fils', population: 22_325, figures: new Map() }

t.test('what a form holds comes back from its file, of every survey and as XLSX and CSV', async (t) => {
  const folder = t.testdir()
  const paths: string[] = []
  for (const id of new Set((await listSurveys()).map(({ id }) => id))) {
    const instrument = await published(id)
    const raw: Record<string, string> = {}
    for (const [name, text] of Object.entries(validAnswer(instrument, new Random(id)))) {
      const variable = instrument.variable.get(name)
      if (variable !== undefined && text !== '')
        raw[name] = variable.box ? kommune.name : typeOf(variable.type).kept(text)
    }
    const answered = { instrument, raw, cells: readCells(instrument, raw), findings: [], kommune: kommune as never }
    const sheets = formLines(answered)
    const fields = new Map(
      instrument.variables.flatMap((variable) => {
        const field = fileField(variable, answered.kommune)
        return field === undefined ? [] : [[variable.name, field] as const]
      }),
    )
    const words = { title: instrument.title, guide: ['So geht es.'], lastTitle: 'Letzte Erhebung', key: `${id}/1` }
    const files = { xlsx: await buffer(formWorkbook(sheets, words)), csv: csvFile(sheets, words) }
    for (const [format, content] of Object.entries(files)) {
      const path = join(folder, `${id}.${format}`)
      if (path.endsWith('umfrage-4.xlsx')) paths.push(path)
      await writeFile(path, content)
      const tables = await openFormFile(path, `${id}.${format}`)
      const read = readFormFile(tables, { fields, wanted: new Set(fields.keys()), stored: {} })
      t.strictSame(read.faults, [], path)
      t.strictSame(read.keys, [words.key])
      t.strictSame([...read.found.keys()].sort(), [...fields.keys()].sort(), 'every field is there')
      const texts = [...read.found].flatMap(([name, { text }]) => (text === undefined ? [] : [[name, text]]))
      const given = Object.entries(raw).map(([name, text]) => [name, text.trim()])
      t.strictSame(texts.sort(), given.sort(), 'with what was typed')
    }
  }
  const books = readWorkbooksWithPython(paths)
  for (const book of books) t.ok(Object.keys(book.sheets).includes('Anleitung'), 'another program opens it')
  t.ok(
    books.some(({ formulas }) => formulas > 10),
    'with sums as formulas',
  )
})
