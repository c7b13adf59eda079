import t from 'tap'
import { loadCatalogue } from '../../../analysis/indicators/load.ts'
import { readPeriod } from '../../../analysis/sources/period.ts'
import { loadSeries } from '../../../server/demo/load-series.ts'
import { listBatches } from '../../../server/store/import-batches.ts'
import { type IndicatorQuery, readIndicatorValues } from '../../../server/store/indicator-values.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

t.test('invented figures: marked, the same each time, plausible, with a truth to find again', async (t) => {
  const { db, pool } = await freshDatabase(t, 'kommunen')
  await loadSeries({ db, pool })
  const catalogue = await loadCatalogue()
  const read = async (indicator: string, time: string, level: IndicatorQuery['level']) => {
    const period = readPeriod(time)
    if (period === undefined) throw new Error(time)
    const query = { indicators: [{ indicator }], level, period, territory: '2019-12-31', state: 1 }
    const [column] = await readIndicatorValues(db, catalogue, query)
    return new Map([...(column?.cells ?? [])].map(([unit, { value }]) => [unit, value]))
  }

  const [batch, ...more] = await listBatches(pool)
  t.strictSame(more, [])
  t.match(batch, { synthetic: true, source: /erfunden/, report: { faultCount: 0, left: 0, warnings: [] } })
  t.ok(Number(batch?.observations) > 70_000)

  const today = new Map(
    (await db.selectFrom('gemeinde').select(['gkz', 'population']).execute()).map((row) => [row.gkz, row.population]),
  )
  const people = await read('einwohner', '2018', 'gemeinde')
  t.equal(people.size, 1101)
  for (const [gkz, value] of people) {
    const ratio = Number(value) / Number(today.get(gkz))
    if (!(ratio > 0.97 && ratio < 1.01)) t.fail(`${gkz}: ${value} of ${today.get(gkz)}`)
  }
  const kreise = await read('einwohner', '2018', 'kreis')
  const inKreis = (values: Map<string, number | null>, kreis: string) =>
    [...values].filter(([gkz]) => gkz.startsWith(kreis)).reduce((sum, [, value]) => sum + Number(value), 0)
  for (const kreis of ['111', '115', '117']) t.equal(kreise.get(kreis), inKreis(people, kreis), `Kreis ${kreis}`)

  const foreign = await read('svb_auslaender', '2018', 'gemeinde')
  const employed = await read('svb_gesamt', '2018', 'gemeinde')
  t.ok([...foreign].every(([gkz, value]) => value === null || value <= Number(employed.get(gkz))))
  const secret = batch?.report.indicators.find((one) => one.indicator === 'svb_auslaender')?.missing
  t.ok(Number(secret?.unbekannt_oder_geheim) > 0, 'small numbers are secret')

  const year = await read('arbeitslose', '2018', 'kreis')
  const months = await Promise.all(
    Array.from({ length: 12 }, (_, month) =>
      read('arbeitslose', `2018-${String(month + 1).padStart(2, '0')}`, 'kreis'),
    ),
  )
  const mean = months.reduce((sum, month) => sum + Number(month.get('117')), 0) / 12
  t.ok(Math.abs(mean / Number(year.get('117')) - 1) < 0.02, 'months and year agree')
  t.equal((await read('hhl_svb', '2014-01', 'kreis')).size, 44)
  t.ok([...(await read('hhl_svb', '2019-09', 'kreis')).values()].every((value) => Number(value) > 0))
  t.ok(
    [...(await read('hhl_svb', '2019-10', 'kreis')).values()].every((value) => value === null),
    'the end of the series',
  )

  const starts = await read('im_start', '2019', 'gemeinde')
  const begun = [...starts.values()].map(Number)
  t.ok(begun.every((month) => month >= 201701 && month <= 201810))
  t.ok(new Set(begun).size > 15, 'Kommunen began at different times')

  const [before, after] = await Promise.all(['2016-12', '2018-12'].map((month) => read('hhl_svb', month, 'kreis')))
  const points = [...kreise.keys()].map((kreis) => {
    const own = [...starts]
      .filter(([gkz]) => gkz.startsWith(kreis))
      .map(([, month]) => monthsUntil(Number(month), 201812))
    const since = own.reduce((sum, months) => sum + months, 0) / own.length
    return { since, grown: Number(after?.get(kreis)) / Number(before?.get(kreis)) }
  })
  const { slope, intercept } = lineThrough(points)
  const perMonth = slope / intercept
  t.ok(Math.abs(perMonth - 0.006) < 0.002, `jobs grow by ${perMonth} of their number for every month since the start`)

  await loadSeries({ db, pool })
  t.equal((await listBatches(pool)).length, 1, 'loading again changes nothing')
})

const monthsUntil = (from: number, to: number) =>
  Math.floor(to / 100) * 12 + (to % 100) - (Math.floor(from / 100) * 12 + (from % 100))

function lineThrough(points: { since: number; grown: number }[]) {
  const mean = (of: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  const x = mean(({ since }) => since)
  const y = mean(({ grown }) => grown)
  const slope = mean((one) => (one.since - x) * (one.grown - y)) / mean((one) => (one.since - x) ** 2)
  return { slope, intercept: y - slope * x }
}
