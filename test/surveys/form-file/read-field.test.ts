import t from 'tap'
import { compile } from '../../../surveys/compile/compile.ts'
import { fileField } from '../../../surveys/form-file/file-field.ts'
import { type FoundCell, readField } from '../../../surveys/form-file/read-field.ts'
import { smallDefinition } from '../../support/definition.ts'

const { variables } = compile(smallDefinition())
const [count] = variables.filter(({ type }) => type === 'count')
const field = (changed: object) => {
  const made = count && fileField({ ...count, ...changed }, undefined)
  if (made === undefined) throw new Error('no field')
  return made
}
const options = [
  { code: 'bauhof', label: 'Eigener Bauhof' },
  { code: 'a', label: 'Andere' },
  { code: 'b', label: 'Andere' },
]
const choice = field({ type: 'choice', options })

t.test('a cell says what would have been typed', async (t) => {
  const cases: [ReturnType<typeof field>, FoundCell | string, string][] = [
    [field({}), ' 1.234 ', '1234'],
    [field({}), '12,0', '12'],
    [field({ type: 'percent' }), { text: '0,125', percent: true }, '12,5'],
    [field({ type: 'percent' }), '12,5', '12,5'],
    [field({ type: 'date' }), '2018-12-15', '2018-12-15'],
    [field({ type: 'month' }), '2018-12-01', '2018-12'],
    [field({ type: 'month' }), '12/2018', '2018-12'],
    [field({ type: 'flag' }), 'JA', '1'],
    [field({ type: 'flag' }), 'nein', ''],
    [choice, 'eigener  bauhof', 'bauhof'],
    [choice, 'bauhof', 'bauhof'],
    [choice, 'Andere (b)', 'b'],
    [field({ type: 'longtext' }), 'a\r\nb\u0007', 'a\nb'],
  ]
  for (const [one, cell, text] of cases) {
    const found = typeof cell === 'string' ? { text: cell } : cell
    t.strictSame(readField(one, found), { text }, found.text)
  }
  t.strictSame(readField(field({}), { text: '\u00a0' }), { blank: true })
})

t.test('what it cannot say is told, and what could stand there', async (t) => {
  t.match(readField(choice, { text: 'Andere' }), { fault: '„Andere“ steht nicht zur Wahl.' })
  t.equal(choice.allowed, 'eine von: Eigener Bauhof; Andere (a); Andere (b)')
  t.match(readField(field({}), { text: '0,5', percent: true }), { fault: /Prozentzahl/ })
  t.match(readField(field({ type: 'flag' }), { text: '2' }), { fault: /weder „ja“ noch „nein“/ })
  t.match(readField(field({ type: 'text' }), { text: 'x'.repeat(1_001) }), {
    fault: /1\.001 Zeichen, höchstens 1\.000/,
  })
  t.equal(fileField({ ...(count as NonNullable<typeof count>), role: 'derived' }, undefined), undefined)
})
