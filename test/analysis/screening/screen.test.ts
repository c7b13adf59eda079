import t from 'tap'
import type { PanelUnit } from '../../../analysis/panel/unit.ts'
import { parameters, suspicionOf } from '../../../analysis/screening/parameters.ts'
import { plainWords, sameWords } from '../../../analysis/screening/same-words.ts'
import { screen } from '../../../analysis/screening/screen.ts'
import type { Failed, ScreenedVariable } from '../../../analysis/screening/screened.ts'
import { suspectWords } from '../../../analysis/screening/words.ts'

const kommune = (place: number, einwohner: number, kreis = '117'): PanelUnit => ({
  unit: `${kreis}${String(place).padStart(3, '0')}`,
  name: `Ort ${place}`,
  kreis,
  kreisName: `Landkreis ${kreis}`,
  regierungsbezirk: 'Stuttgart',
  einwohner,
})

const asked = (
  name: string,
  now: ScreenedVariable['now'],
  before: ScreenedVariable['before'] = [],
): ScreenedVariable => ({
  name,
  question: name.split('_')[0] ?? '',
  now,
  before,
})

const failed = (unit: number, fields: string[], more: Partial<Failed> = {}): Failed => ({
  unit,
  check: 'summe',
  severity: 'signal',
  message: 'Das ergibt nicht die Summe.',
  fields,
  ...more,
})

t.test('a change is held against the usual one, and 0 and blank are two things', async (t) => {
  const units = Array.from({ length: 12 }, (_, place) => kommune(place, 0))
  const before = [100, 102, 98, 104, 96, 101, 99, 103, 97, 100, 0, 100]
  const now = [90, 93, 86, 95, 85, 92, 88, 94, 86, 900, 0, undefined]
  const queue = screen({ units, variables: [asked('a', now, before)], failed: [] }, parameters)
  t.equal(queue.length, 1, 'neither where there was nobody before and now, nor where nothing stands')
  const [first] = queue
  t.match(first, { unit: 9, value: 900, comparisons: [{ kind: 'change', before: 100 }] })
  // The median of ten factors lies between 90 / 100 and 88 / 99 … 92 / 101.
  t.ok(Math.abs((first?.expected ?? 0) - 90.4) < 1)
  const total = now.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  t.equal(first?.influence, (900 - (first?.expected ?? 0)) / total)
  t.equal(first?.score, (first?.suspicion ?? 0) * (first?.influence ?? 0))
})

t.test('who did not answer before is held against similar Kommunen: of the Kreis where these are enough', async (t) => {
  const near = Array.from({ length: 11 }, (_, place) => kommune(place, 3000))
  const far = Array.from({ length: 20 }, (_, place) => kommune(place, 3000, '118'))
  const now = [
    ...near.map((_, place) => (place === 10 ? 300 : 30 + (place % 4))),
    ...far.map((_, place) => 300 + place),
  ]
  const variables = [asked('a', now)]
  const [first] = screen({ units: [...near, ...far], variables, failed: [] }, parameters)
  t.match(first, {
    unit: 10,
    comparisons: [{ kind: 'similar', group: 'Landkreis 117, 2.000 bis unter 5.000 Einwohner', count: 11 }],
  })
  t.ok(Math.abs((first?.expected ?? 0) - 31) <= 1)
  const few = screen(
    { units: [...near.slice(2), ...far], variables: [asked('a', now.slice(2))], failed: [] },
    parameters,
  )
  t.notOk(
    few.some(({ value }) => value === 300),
    'nine are not enough: among all of its size it is one of many',
  )
})

t.test('a check suspects the number that lies furthest from what is expected', async (t) => {
  const units = Array.from({ length: 11 }, (_, place) => kommune(place, 0))
  const steady = (value: number) => units.map((_, place) => value + (place % 3))
  const total = steady(100).with(0, 500)
  const variables = [
    asked('g', total, steady(100)),
    asked('t_a', steady(60), steady(60)),
    asked('t_b', steady(40), steady(41)),
  ]
  const [first, ...others] = screen({ units, variables, failed: [failed(0, ['t_a', 't_b', 'g'])] }, parameters)
  t.match(first, { unit: 0, variable: 'g' })
  const clue = first?.clues.find(({ kind }) => kind === 'check')
  t.ok((clue?.suspicion ?? 0) > 0.99 * parameters.unexplained, 'nearly all of it')
  t.ok(others.every(({ score }) => score < 0.01 * (first?.score ?? 0)))
})

t.test('a reason of its own is believed, one that many give with the same words is not', async (t) => {
  const units = Array.from({ length: 5 }, (_, place) => kommune(place, 0))
  const said = (text: string) => ({ justified: { reason: 'Geprüft', text } })
  const all = [
    failed(0, ['a'], said('Laut Ausländerbehörde, Stand 12/2018.')),
    failed(1, ['a'], said('laut Ausländerbehörde - Stand 11/2018')),
    failed(2, ['a'], said('LAUT AUSLÄNDERBEHÖRDE, Stand 2018')),
    failed(3, ['a'], said('Zwei Wohnheime sind dazugekommen.')),
    failed(4, ['a'], { severity: 'error' }),
  ]
  t.equal(plainWords('  LAUT Ausländerbehörde, Stand 12/2018. '), 'laut ausländerbehörde stand')
  t.match(sameWords(all), [{ check: 'summe', text: 'Laut Ausländerbehörde, Stand 12/2018.', units: [0, 1, 2] }])
  const queue = screen({ units, variables: [asked('a', [7, 7, 7, 7, 7])], failed: all }, parameters)
  const bySuspicion = (unit: number) => queue.find((one) => one.unit === unit)?.suspicion ?? 0
  t.strictSame(
    [0, 1, 2, 3, 4].map((unit) => Number(bySuspicion(unit).toFixed(9))),
    [0.7, 0.7, 0.7, 0.35, 0.9],
  )
  t.equal(queue[0]?.influence, 0.2, 'with nothing to compare with all of the number is in doubt')
})

t.test('a sentence says why', async (t) => {
  t.equal(
    suspectWords({
      value: 2417,
      expected: 162.4,
      influence: 0.02673,
      question: 'F4',
      comparisons: [
        { kind: 'change', before: 174, expected: 162.4, distance: 40 },
        { kind: 'similar', expected: 150.2, distance: 5, group: '10.000 bis unter 20.000 Einwohner', count: 81 },
      ],
      clues: [
        { kind: 'check', suspicion: 0.7, check: 'a', message: '', justified: 'no' },
        { kind: 'check', suspicion: 0.7, check: 'b', message: '', justified: 'own' },
      ],
    }),
    'Angegeben sind 2.417, zu erwarten wären etwa 162 (in der letzten Umfrage 174, üblich seither das 0,93-Fache; bei so vielen ' +
      'Einwohnern üblich 150: 81 Kommunen, 10.000 bis unter 20.000 Einwohner; 2 Prüfungen schlagen an, 1 ohne Begründung, 1 mit ' +
      'eigener Begründung), und daran hängen 2,7 % der Summe von F4.',
  )
  t.equal(
    suspectWords({
      value: 3,
      expected: undefined,
      influence: 0.00001,
      question: 'F2',
      comparisons: [],
      clues: [{ kind: 'check', suspicion: 0.7, check: 'a', message: '', justified: 'alike' }],
    }),
    'Angegeben sind 3, zum Vergleich gibt es nichts (1 Prüfung schlägt an, begründet wie bei vielen anderen), und daran hängen ' +
      'weniger als 0,01 % der Summe von F2.',
  )
  t.strictSame([suspicionOf(4, 4), suspicionOf(-8, 4), suspicionOf(1, 4)], [0, 0.5, 0])
})
