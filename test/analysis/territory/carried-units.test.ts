import t from 'tap'
import { buildPanel, type WaveAnswers } from '../../../analysis/panel/build-panel.ts'
import { carryAnswers } from '../../../analysis/panel/carry-answers.ts'
import { reasonOf } from '../../../analysis/panel/reasons.ts'
import { carryParticipation } from '../../../analysis/participation/carry-participation.ts'
import { carriedUnits } from '../../../analysis/territory/carried-units.ts'

const wave = (name: string, day: string, ...units: string[]) => ({ wave: name, day, units: new Set(units) })

t.test('Kommunen of an earlier wave are carried to the territory of the last one', async (t) => {
  const successions = [
    { unit: 'a', successor: 'n', since: '2019-01-01' },
    { unit: 'b', successor: 'n', since: '2019-01-01' },
    { unit: 'c', successor: 'd', since: '2021-01-01' },
    { unit: 'e', successor: 'f', since: '2019-05-01' },
    { unit: 'f', successor: 'g', since: '2021-05-01' },
    { unit: 'x', successor: 'y', since: '2019-01-01' },
    { unit: 'late', successor: 'n', since: '2023-01-01' },
  ]
  const waves = [
    wave('1', '2018-12-15', 'a', 'b', 'c', 'd', 'e', 'x', 'late'),
    wave('2', '2020-01-31', 'n', 'c', 'd', 'f', 'late'),
    wave('3', '2022-06-30', 'n', 'd', 'g', 'late'),
  ]
  t.strictSame(carriedUnits(waves, successions), [
    { wave: '1', unit: 'n', parts: ['a', 'b'], since: '2019-01-01' },
    { wave: '1', unit: 'd', parts: ['d', 'c'], since: '2021-01-01' },
    { wave: '1', unit: 'g', parts: ['e'], since: '2021-05-01' },
    { wave: '2', unit: 'd', parts: ['d', 'c'], since: '2021-01-01' },
    { wave: '2', unit: 'g', parts: ['f'], since: '2021-05-01' },
  ])
  t.strictSame(
    carriedUnits(waves.slice(0, 2), successions).map(({ wave: of, unit }) => [of, unit]),
    [
      ['1', 'n'],
      ['1', 'f'],
    ],
    'what comes after the last wave counts for nothing',
  )
})

t.test(
  'numbers are added up, a new key keeps all, and what is missing of a part is missing of the whole',
  async (t) => {
    const answers: WaveAnswers = {
      wave: '1',
      units: ['a', 'b', 'c', 'e', 'h', 'i'],
      columns: new Map([
        ['count', { numbers: [3, 4, 5, null, 7, 8], flagged: Uint8Array.of(0, 0, 0, 1, 0, 0) }],
        ['choice', { numbers: [0, 1, 2, 1, 0, 1] }],
      ]),
    }
    const carried = [
      { wave: '1', unit: 'ab', parts: ['a', 'b'], since: '' },
      { wave: '1', unit: 'new', parts: ['c'], since: '' },
      { wave: '1', unit: 'h', parts: ['h', 'e'], since: '' },
      { wave: '1', unit: 'silent', parts: ['i', 'nobody'], since: '' },
      { wave: '2', unit: 'x', parts: ['a'], since: '' },
    ]
    const units = ['ab', 'new', 'h', 'silent']
    const panel = buildPanel(units, [carryAnswers(answers, carried, (name) => name === 'count')], ['count', 'choice'])
    const cells = ['count', 'choice'].map((name) => {
      const column = panel.waves[0]?.columns.get(name)
      return units.map((_unit, at) => reasonOf(column?.reasons[at] ?? 0) ?? column?.values[at])
    })
    t.strictSame(cells, [
      [7, 5, 'nicht_vorhanden', 'keine_teilnahme'],
      ['nicht_zuordenbar', 2, 'nicht_zuordenbar', 'keine_teilnahme'],
    ])
    const then = ['a', 'b', 'c', 'e', 'h', 'i', 'nobody']
    const of = (...numbers: number[]) => Uint8Array.from(numbers)
    const participation = { wave: '1', asked: of(1, 1, 1, 1, 1, 1, 1), answered: of(1, 1, 1, 1, 1, 1, 0) }
    t.strictSame(carryParticipation(participation, then, units, carried), {
      wave: '1',
      asked: of(1, 1, 1, 1),
      answered: of(1, 1, 1, 0),
    })
  },
)
