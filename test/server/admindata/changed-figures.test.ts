import t from 'tap'
import { outcomeLines } from '../../../server/admindata/outcome-lines.ts'
import { readTerritory } from '../../../server/store/territory.ts'
import { admindataWorld, flatFile } from '../../support/admindata.ts'

t.test('a preview names what changes most, the most extreme ratio first, with unit, old and new', async (t) => {
  const { db, load } = await admindataWorld(t)
  const units = [...(await readTerritory(db)).gemeinden.keys()].slice(0, 15)
  const first = units.map((unit) => ({ key: `08${unit}`, value: 1_000 }))
  await load('alt.csv', flatFile(...first, { key: '08117019', value: 200 }, { key: '08117', value: 7 }))
  const slightly = units.map((unit, place) => ({ key: `08${unit}`, value: 1_001 + place }))
  const rows = [...slightly, { key: '08117019', value: 20_000 }, { key: '08117', value: '.' }]
  const { state, summary, ...rest } = await load('neu.csv', flatFile(...rows), {}, { preview: true })
  t.equal(state, 'preview')
  t.equal(summary.changed?.length, 10)
  t.match(summary.changed, [
    { indicator: 'einwohner', unit: 'Personen', region: '117019', name: 'Eislingen/Fils', before: 200, after: 20_000 },
    { region: units[14], before: 1_000, after: 1_015 },
  ])
  const lines = outcomeLines({ state, summary, ...rest })
  const at = lines.indexOf('Geändert, was sich im Verhältnis am meisten ändert zuerst:')
  t.equal(lines[at + 1], '  einwohner, 117019 Eislingen/Fils, 31.12.2018: 200 → 20.000 Personen (× 100)')
  t.equal(lines[at + 11], '  … und 7 weitere')
})

t.test('a fall counts like a rise; 0 and what has no number are said', async (t) => {
  const { load } = await admindataWorld(t)
  const keys = ['08115001', '08115003', '08117019', '08117026']
  const file = (values: (number | string)[], sex?: 'GESW') =>
    flatFile(...keys.map((key, place) => ({ key, value: values[place] ?? '', ...(sex && { sex }) })))
  await load('alt.csv', file([500, 0, 300, '.'], 'GESW'))
  const outcome = await load('neu.csv', file([2, 10, '-', 4], 'GESW'), {}, { preview: true })
  const lines = outcomeLines(outcome)
  const at = lines.findIndex((line) => line.startsWith('Geändert'))
  t.strictSame(lines.slice(at + 1, at + 5), [
    '  einwohner:GES=GESW, 115001 Aidlingen, 31.12.2018: 500 → 2 Personen (÷ 250)',
    '  einwohner:GES=GESW, 115003 Böblingen, 31.12.2018: 0 → 10 Personen',
    '  einwohner:GES=GESW, 117026 Göppingen, 31.12.2018: ohne Zahl („.“) → 4 Personen',
    '  einwohner:GES=GESW, 117019 Eislingen/Fils, 31.12.2018: 300 Personen → ohne Zahl („-“)',
  ])
})
