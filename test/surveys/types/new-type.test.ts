import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { projectRoot } from '../../../server/project-root.ts'
import { types } from '../../../surveys/types/index.ts'
import { kindsDefinition } from '../../../views/examples/example-kinds.ts'
import { startChild } from '../../support/child.ts'

const folders = ['analysis', 'migrations', 'schemas', 'server', 'surveys', 'views']
const register = join('surveys', 'types', 'index.ts')

const colour = `import { textType } from './texts.ts'
export const colour = textType({ label: 'Farbe', values: 'ein Wort', longest: 20, kept: (text) => text.toLowerCase() })
`
const half = `import { colour } from './colour.ts'
export const half = { ...colour, sql: undefined }
`

t.test('a new type is a file and its line in the register', async (t) => {
  t.setTimeout(240_000)
  const clone = t.testdir({})
  for (const part of [...folders, 'package.json'])
    await cp(join(projectRoot, part), join(clone, part), { recursive: true })
  await symlink(join(projectRoot, 'node_modules'), join(clone, 'node_modules'))
  const { compilerOptions } = JSON.parse(await readFile(join(projectRoot, 'tsconfig.json'), 'utf8'))
  await writeFile(join(clone, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: folders }))
  await writeFile(join(clone, 'surveys', 'types', 'colour.ts'), colour)
  await writeFile(join(clone, 'surveys', 'types', 'half.ts'), half)
  const written = await readFile(join(clone, register), 'utf8')
  const extended = written
    .replace(/^/, `import { colour } from './colour.ts'\nimport { half } from './half.ts'\n`)
    .replace('...readBack,', '...readBack, colour, half,')
  await writeFile(join(clone, register), extended)

  const faults = (await typeCheck(clone)).filter((line) => /error/.test(line))
  t.ok(faults.length > 0 && faults.every((line) => line.startsWith(register)), faults.join('\n'))
  t.match(faults.join('\n'), /half|sql/, 'what lacks something does not compile')

  const load = (path: string) => import(join(clone, path))
  const [{ compile }, { readCell }, { codebook }, { answersQuery }, { pageReader }, { shownValue }] = await Promise.all(
    [
      load('surveys/compile/compile.ts'),
      load('surveys/answer/read-cells.ts'),
      load('surveys/codebook/codebook.ts'),
      load('server/store/answers-query.ts'),
      load('surveys/answer/submitted-page.ts'),
      load('surveys/view/shown.ts'),
    ],
  )
  const instrument = compile(kindsDefinition())
  const variable = instrument.variable.get('kommune')
  variable.type = 'colour'
  const read = (kommune: string) => pageReader([variable])({ kommune, _rev: '0', _umfang: 'felder' })
  t.equal(read('ROT').typed.kommune, 'rot')
  t.strictSame(read('x'.repeat(21)).tooLong, [variable])
  t.equal(shownValue(readCell(variable, ' rot '), variable), 'rot')
  t.match(answersQuery('welle', instrument, { state: 0, values: 'amended' }), '"kommune" text')
  const row = codebook(instrument).find(({ spalte }: { spalte: string }) => spalte === 'kommune')
  t.match(row, { art: 'Farbe', werte: 'ein Wort' })
})

async function typeCheck(folder: string): Promise<string[]> {
  const child = startChild([join(projectRoot, 'node_modules', 'typescript', 'lib', 'tsc.js'), '-p', folder], {}, folder)
  await child.ended
  return child.output().stdout.split('\n')
}

/** Where a feature is about one type by its nature. */
const single = new Set([
  'analysis/screening/gather.ts: count',
  'analysis/screening/gather.ts: decimal',
  'server/amendments/read-amendment.ts: choice',
  'server/amendments/read-amendment.ts: flag',
  // Of columns that leave, not of variables.
  'server/export/formats/stata/columns.ts: text',
  'server/export/formats/stata/readings.ts: text',
  'analysis/anonymity/treatment.ts: decimal',
  'analysis/anonymity/treatment.ts: text',
  'analysis/texts/annex/read-plan.ts: text',
  'analysis/codebook/ddi/variable.ts: decimal',
  'analysis/codebook/ddi/variable.ts: month',
  'server/http/pages/intern/amend-page.ts: choice',
  'server/http/pages/intern/amend-page.ts: flag',
  'server/demo/invent.ts: gemeinden',
  'server/evaluation/person-grouping.ts: gemeinden',
  'surveys/amending/shown-amended.ts: flag',
  // Of cells of a spreadsheet, which knows decimals, and makes a day of a month.
  'server/form-file/workbook.ts: decimal',
  'surveys/form-file/file-field.ts: month',
  'surveys/form-file/form-lines.ts: month',
  'surveys/form-file/read-field.ts: month',
  'surveys/checks/name.ts: text',
])

t.test('nothing outside of the register tells types apart', async (t) => {
  const names = Object.keys(types).join('|')
  const told = new RegExp(`\\btype\\)? ?[!=]==? ?['"](${names})['"]`, 'g')
  const found: string[] = []
  for (const folder of folders) {
    for (const path of await readdir(join(projectRoot, folder), { recursive: true })) {
      const place = join(folder, path)
      if (!/\.(?:ts|eta|typ)$/.test(path) || place.startsWith(join('surveys', 'types'))) continue
      const source = await readFile(join(projectRoot, place), 'utf8')
      for (const [, name = ''] of source.matchAll(told)) found.push(`${place}: ${name}`)
      if (/Record<VariableType\b|switch \((?:\w+\.)?type\)/.test(source)) found.push(`${place}: a list of types`)
    }
  }
  t.strictSame(
    found.filter((place) => !single.has(place)),
    [],
  )
})
