import t from 'tap'
import { openCatalogue } from '../../../server/admindata/catalogue.ts'
import { codebook } from '../../../surveys/codebook/codebook.ts'
import { longestColumn, reasonColumn } from '../../../surveys/codebook/reason-column.ts'
import { renamedColumns } from '../../../surveys/codebook/renamed-columns.ts'
import { loadInstrument } from '../../../surveys/definition/load.ts'
import { readLock } from '../../../surveys/definition/published.ts'
import { loadDerived } from '../../../surveys/derived/load-derived.ts'

const published = await readLock()
const books = await Promise.all(
  published.map(async ({ id, version }) => {
    const instrument = await loadInstrument(id, version)
    if (instrument === undefined) throw new Error(`${id} ${version} is missing`)
    return codebook(instrument)
  }),
)
const rows = books.flat()
const derived = await loadDerived()
const { indicators } = await openCatalogue()

t.test('no column has a name longer than statistics programs take, in a wave or in the panel', async (t) => {
  const inPanel = [...derived.map(({ name }) => name), ...indicators.keys()]
  const names = [...rows.map(({ spalte }) => spalte), ...inPanel, ...inPanel.map((name) => reasonColumn(name).name)]
  t.ok(names.length > 1000)
  t.strictSame(
    names.filter((name) => name.length > longestColumn),
    [],
  )
})

t.test('no two columns of a survey have the same name', async (t) => {
  for (const book of books) {
    const names = book.map(({ spalte }) => spalte)
    t.equal(new Set(names).size, names.length)
  }
})

t.test('what was renamed was too long, is renamed once, and is told in the codebook', async (t) => {
  const everything = new Set([
    ...rows.map(({ spalte }) => spalte),
    ...derived.map(({ name }) => reasonColumn(name).name),
  ])
  const short = Object.values(renamedColumns)
  t.equal(new Set(short).size, short.length)
  for (const [before, name] of Object.entries(renamedColumns)) {
    t.ok(before.length > longestColumn, before)
    t.match(name, /_fehlt$/)
    t.ok(everything.has(name), `${name} is a column`)
    const told = rows.filter(({ spalte }) => spalte === name)
    for (const row of told)
      t.match(row, { vorher: before, bezeichnung: `Warum ${before.replace(/_fehlt$/, '')} fehlt` })
  }
  t.strictSame(
    new Set(rows.flatMap(({ vorher }) => vorher || [])),
    new Set(Object.keys(renamedColumns).filter((before) => rows.some(({ vorher }) => vorher === before))),
  )
})
