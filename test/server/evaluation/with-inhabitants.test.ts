import t from 'tap'
import { withInhabitants } from '../../../server/evaluation/with-inhabitants.ts'

t.test('checks of a state are held against the inhabitants of that state', async (t) => {
  const today = { name: 'Salach', einwohner: 7_900, einwohnerAm: '2024-12-31' }
  const register = {
    gemeinden: new Map([
      ['a', today],
      ['b', today],
      ['c', today],
    ]),
    kreise: new Map(),
    verbuende: new Map(),
  }
  const answered = [
    { unit: 'a', einwohner: 7_800 },
    { unit: 'b', einwohner: null },
    { unit: 'merged since', einwohner: 5 },
    { unit: '111000-001', einwohner: null },
  ]
  t.strictSame(Object.fromEntries(withInhabitants(register, answered).gemeinden), {
    a: { name: 'Salach', einwohner: 7_800 },
    b: { name: 'Salach' },
    c: today,
    'merged since': { name: 'merged since', einwohner: 5 },
  })
})
