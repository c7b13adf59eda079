import t from 'tap'
import { type WeightedFigure, whatWeightsChange } from '../../../analysis/report/what-weights-change.ts'
import { notDefined } from '../../../analysis/stats/not-defined.ts'

const figure = (
  [label, plain, weighted]: [string, number, number],
  rest: { isShare?: boolean; interval?: [number, number] } = {},
): WeightedFigure => ({
  label,
  isShare: rest.isShare ?? false,
  plain: { n: 40, value: plain, se: 1, interval: rest.interval ?? [plain - 2, plain + 2] },
  weighted: { n: 40, value: weighted, se: 1, interval: [weighted - 2, weighted + 2] },
})

t.test('what weights change is said of the figure that they change most', async (t) => {
  t.strictSame(whatWeightsChange([]), [])
  t.strictSame(whatWeightsChange([figure(['Syrien', 10, 10])]), ['Die Gewichtung ändert hier nichts.'])
  t.strictSame(whatWeightsChange([figure(['Syrien', 10, 11.5])]), [
    'Was die Gewichtung ändert: 11,50 statt 10. Das liegt im Intervall ohne Gewichte.',
  ])
  t.match(whatWeightsChange([figure(['Syrien', 10, 12.5])]), [/Das liegt außerhalb des Intervalls ohne Gewichte\.$/])
  const numbers = [figure(['alle', 1000, 1001]), figure(['Syrien', 4, 5]), figure(['Irak', 0, 0])]
  t.strictSame(
    whatWeightsChange(numbers),
    [
      'Was die Gewichtung ändert: am meisten „Syrien“, 5 statt 4. Gewichtet liegt jeder gezeigte Wert im Intervall, das er ohne Gewichte hat.',
    ],
    'of numbers the one that moves most beside what it is',
  )
  const shares = [
    figure(['ja', 40, 43], { isShare: true }),
    figure(['nein', 4, 5], { isShare: true }),
    figure(['weiß nicht', 9, 9], { isShare: true }),
  ]
  t.strictSame(whatWeightsChange(shares), [
    'Was die Gewichtung ändert: am meisten „ja“, 43 statt 40 Prozent. Gewichtet liegt 1 von 3 Werten außerhalb des Intervalls ohne Gewichte.',
  ])
})

t.test('where there is no interval nothing is said of it', async (t) => {
  const one = figure(['Syrien', 10, 12])
  const without = { ...one, plain: { ...one.plain, interval: notDefined('no-variation') } }
  t.strictSame(whatWeightsChange([without]), ['Was die Gewichtung ändert: 12 statt 10.'])
})
