import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import t from 'tap'
import { curve } from '../../../views/charts/curve.ts'
import { draw } from '../../../views/charts/draw.ts'
import { dumbbell } from '../../../views/charts/dumbbell.ts'
import { histogram } from '../../../views/charts/histogram.ts'
import kreise from '../../../views/charts/kreise.json' with { type: 'json' }
import { slope, spread } from '../../../views/charts/slope.ts'
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
  const labels = spread([
    { at: 10, size: 20 },
    { at: 12, size: 20 },
    { at: 100, size: 20 },
  ])
  t.ok((labels[1]?.at ?? 0) - (labels[0]?.at ?? 0) >= 19.9)
  t.equal(labels[2]?.at, 100)
  const crowded = spread(Array.from({ length: 8 }, () => ({ at: 5, size: 34 })))
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

t.test('the map has a tile of its own for each Stadt- and Landkreis', async (t) => {
  const file = await readFile(new URL('../../../server/registry/kreise.csv', import.meta.url), 'utf8')
  const { data } = Papa.parse<{ kreis: string }>(file.trim(), { header: true })
  t.strictSame(kreise.map(({ kreis }) => kreis).sort(), data.map(({ kreis }) => kreis).sort())
  t.equal(new Set(kreise.map(({ column, row }) => `${column} ${row}`)).size, kreise.length)
  t.equal(new Set(kreise.map(({ sign }) => sign)).size, kreise.length)
})
