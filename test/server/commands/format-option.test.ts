import t from 'tap'
import { chosenFormat, formatLines } from '../../../server/commands/format-option.ts'

t.test('a format is known by its name, and R by its own: it reads CSV', async (t) => {
  t.equal(chosenFormat('dta').name, 'dta')
  t.equal(chosenFormat('r').name, 'csv')
  t.ok(formatLines.some((line) => line.startsWith('r: ')))
  t.throws(() => chosenFormat('sas'), /„sas“ gibt es nicht.*xlsx, r\./)
})
