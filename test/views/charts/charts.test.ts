import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import t from 'tap'
import { decimalsFor, decimalsOfLimits, signedWithDecimals, withDecimals } from '../../../analysis/decimals.ts'
import { mapClasses } from '../../../analysis/groups/map-classes.ts'
import { classTicks } from '../../../views/charts/class-ticks.ts'
import { course } from '../../../views/charts/course.ts'
import { curve } from '../../../views/charts/curve.ts'
import { draw } from '../../../views/charts/draw.ts'
import { dumbbell } from '../../../views/charts/dumbbell.ts'
import { histogram } from '../../../views/charts/histogram.ts'
import kreise from '../../../views/charts/kreise.json' with { type: 'json' }
import { onPaper } from '../../../views/charts/paper-colors.ts'
import { slope } from '../../../views/charts/slope.ts'
import { spread } from '../../../views/charts/spread.ts'
import { textWidth, wrap } from '../../../views/charts/text-width.ts'
import { tileMap } from '../../../views/charts/tile-map.ts'
import { hostile } from '../../../views/examples/example-frame.ts'

const text = { id: 'bild', title: `Titel ${hostile}`, description: 'Beschreibung', notes: [`n = 3 ${hostile}`] }
const groups = [
  { label: 'Klein', before: 1200, after: 1500.5, beforeText: '1.200', afterText: '1.500,5', change: '+300,5' },
  { label: hostile, before: 4000, after: 2500, beforeText: '4.000', afterText: '2.500', change: '−1.500' },
]
const pictures = {
  dumbbell: dumbbell(groups, 'Mittelwert'),
  slope: slope(groups, ['umfrage-1', 'umfrage-4']),
  course: course(
    [
      { label: 'alle mit Angabe', values: [12, 8, 9.5] },
      { label: 'in jeder Welle dabei', values: [11, null, 10], faint: true },
    ],
    { waves: ['umfrage-1', 'umfrage-4', 'umfrage-5'], isContinued: [false, false, true], format: String },
  ),
  histogram: histogram([{ from: -5, to: 5, count: 2000 }], {
    axisTitle: 'Veränderung',
    countTitle: 'Kommunen',
    changes: true,
    format: String,
  }),
  curve: curve({
    lines: [
      { label: 'umfrage-4', points: [{ at: 0, value: 12.5 }] },
      { label: hostile, points: [{ at: 0, value: 10 }], faint: true },
    ],
    expected: { at: 9, value: 60 },
    mark: { at: 9, label: 'Frist' },
    axis: 'Tage',
  }),
  tileMap: tileMap(
    [{ kreis: '117', value: -3, text: '−3' }],
    [{ from: -5, to: 0, count: 1, label: hostile }],
    'Veränderung',
  ),
}

for (const [name, spec] of Object.entries(pictures)) {
  t.test(`${name}: a picture that a strict page can show and a screen reader can name`, async (t) => {
    const svg = await draw(spec, text)
    const renamed = await draw(structuredClone(spec), { ...text, id: 'anders', title: 'Anders' })
    t.match(renamed, '<title id="anders-titel">Anders</title>', 'what was drawn before is named anew')
    const picture = (whole: string) => whole.slice(whole.indexOf('</desc>'))
    t.equal(picture(renamed), picture(svg))
    t.match(svg, /^<svg class="chart" role="img" aria-labelledby="bild-titel bild-text"/)
    t.match(svg, /<desc id="bild-text">Beschreibung n = 3 &lt;script/)
    t.notMatch(svg, /style=|<style|<script|NaN|undefined|fill="(?:white|black)"/)
    t.equal(svg.match(/role=/g)?.length, 1)
    t.match(svg, /^<svg[^>]*width="[1-9][\d.]*" height="[1-9][\d.]*"/)
  })
}

t.test('numbers on axes are German, colors those of the page', async (t) => {
  t.match(await draw(pictures.dumbbell, text), />2\.000</)
  t.match(await draw(pictures.histogram, text), />1\.000</)
  t.match(await draw(pictures.dumbbell, text), 'var(--ink)')
})

t.test('a logarithmic scale says so, and is taken only where values are far apart', async (t) => {
  const wide = groups.map((group, place) => ({ ...group, before: 10 ** (2 * place), after: 11 ** (2 * place) }))
  t.match(await draw(dumbbell(wide, 'Mittelwert'), text), /logarithmische Skala/)
  t.notMatch(await draw(pictures.dumbbell, text), /logarithmische Skala/)
})

t.test('labels are moved apart and broken between words', async (t) => {
  const labels = spread(
    [
      { at: 10, size: 20 },
      { at: 12, size: 20 },
      { at: 100, size: 20 },
    ],
    300,
  )
  t.ok((labels[1]?.at ?? 0) - (labels[0]?.at ?? 0) >= 19.9)
  t.equal(labels[2]?.at, 100)
  const alike = Array.from({ length: 8 }, () => ({ at: 5, size: 34 }))
  const crowded = spread(alike, 300)
  t.ok((crowded[0]?.at ?? 0) >= 16 && (crowded[7]?.at ?? 999) <= 300, 'none is pushed out of the chart')
  t.ok(crowded.every(({ at }, place) => place === 0 || at - (crowded[place - 1]?.at ?? 0) > 32))
  t.strictSame(wrap('2.000 bis unter 5.000 Einwohner', 150, 13), ['2.000 bis unter 5.000', 'Einwohner'])
  const long = 'Das Landratsamt wurde mit der Durchführungsverordnungsangelegenheit beauftragt'
  const lines = wrap(long, 100, 13)
  t.equal(lines.join(' ').replaceAll('- ', ''), long, 'nothing is left out')
  t.ok(
    lines.every((line) => textWidth(line, 13) <= 100),
    'nothing is wider than there is room',
  )
})

t.test('classes have their ticks at their limits, 0 has its label, and a bar that pools a tail says so', async (t) => {
  const of = (from: number | undefined, to: number | undefined) => ({ from, to, count: 20 })
  const inner = [-12.5, -7.5, -2.5, 2.5].map((from) => of(from, from + 5))
  const classes = [of(undefined, -12.5), ...inner, of(7.5, undefined)]
  const words = { axisTitle: 'Veränderung', countTitle: 'Kommunen', format: (value: number) => `${value}` }
  const ticks = (width: number) => classTicks(classes, { format: words.format, withZero: true, width })
  t.strictSame(
    ticks(410).map(({ place }) => place),
    [1, 2, 3, 3.5, 4, 5],
  )
  t.strictSame(
    ticks(410).map(({ label }) => label),
    ['-12.5', '-7.5', '-2.5', '0', '2.5', '7.5'],
  )
  t.strictSame(
    ticks(160).map(({ label }) => label),
    ['', '-7.5', '', '0', '', '7.5'],
    'where there is little room, on both sides of 0 alike',
  )
  const svg = await draw(histogram(classes, { ...words, changes: true }), text)
  for (const label of ['-12.5', '0', '7.5', 'unter -12.5', 'ab 7.5']) t.match(svg, `>${label}</text>`)
  t.equal(svg.match(/<path [^>]*stroke-dasharray="4,3"/g)?.length, 2, 'the two at the ends are dashed')
  const closed = await draw(histogram(inner, { ...words, changes: false }), text)
  t.notMatch(closed, /stroke-dasharray="4,3"|>unter|>ab /)
})

t.test('a map takes its classes from the changes, and counts them and what it does not show', async (t) => {
  const said = (changes: number[]) => mapClasses(changes).map(({ from, to, count }) => [from, to, count])
  const fallen = [-19, -12, -11, -9, -8, -7, -6, -4, -3, -2, 0.9]
  t.strictSame(said(fallen), [
    [undefined, -10, 3],
    [-10, -5, 4],
    [-5, 0, 3],
    [0, 5, 1],
  ])
  for (const changes of [fallen, [3, 4, 5, 40], [-5, -5], [-1e6, 2e6, 5], [0.001, -0.002, 0.003]]) {
    const classes = mapClasses(changes)
    t.ok(classes.length <= 6, `${changes}`)
    t.equal(
      classes.reduce((sum, { count }) => sum + count, 0),
      changes.length,
      'each is in one',
    )
    t.ok(
      classes.every(
        ({ from = -Infinity, to = Infinity }) =>
          !(from < 0 && to > 0) || changes.every((one) => one < 0) || changes.every((one) => one >= 0),
      ),
      'none holds what fell and what rose',
    )
  }
  const tiles = [
    { kreis: '117', value: -3, text: '−3' },
    { kreis: '118', value: -1, text: '−1' },
  ]
  const svg = await draw(tileMap(tiles, [{ from: -5, to: 0, count: 2, label: '−5 bis unter 0' }], 'Veränderung'), text)
  t.match(svg, />−5 bis unter 0 \(2\)</)
  t.match(svg, />– nicht gezeigt \(42\)</)
})

t.test('figures that are alike have as many decimals; the unit decides', async (t) => {
  t.strictSame([decimalsFor([1.25, 1300.5], 'Prozent'), decimalsFor([1.25, 1300], 'Personen')], [1, 1])
  t.strictSame(
    [decimalsFor([12, 7]), decimalsFor([0.25]), decimalsFor([3.14, 2]), decimalsFor([12_000.5])],
    [0, 3, 2, 0],
  )
  t.equal(decimalsOfLimits([-2.5, 0, 1]), 1)
  t.strictSame(
    [signedWithDecimals(-0.04, 1), signedWithDecimals(0.05, 1), withDecimals(-1234.5, 0)],
    ['0,0', '+0,1', '−1.235'],
  )
})

t.test('every color of a chart is known on paper', async (t) => {
  for (const [name, spec] of Object.entries(pictures)) {
    const svg = onPaper(await draw(spec, text))
    t.notMatch(svg, 'var(', name)
  }
  t.throws(() => onPaper('<path fill="var(--nichts)"/>'), /no color on paper for nichts/)
})

t.test('the map has a tile of its own for each Stadt- and Landkreis', async (t) => {
  const file = await readFile(new URL('../../../server/registry/kreise.csv', import.meta.url), 'utf8')
  const { data } = Papa.parse<{ kreis: string }>(file.trim(), { header: true })
  t.strictSame(kreise.map(({ kreis }) => kreis).sort(), data.map(({ kreis }) => kreis).sort())
  t.equal(new Set(kreise.map(({ column, row }) => `${column} ${row}`)).size, kreise.length)
  t.equal(new Set(kreise.map(({ sign }) => sign)).size, kreise.length)
})
