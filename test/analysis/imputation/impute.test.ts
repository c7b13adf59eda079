import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import t from 'tap'
import { completedLevel, toldCompleted } from '../../../analysis/imputation/completed-level.ts'
import { equalSums } from '../../../analysis/imputation/equal-sums.ts'
import { type Imputing, impute } from '../../../analysis/imputation/impute.ts'
import { methods } from '../../../analysis/imputation/method.ts'
import { neededFor } from '../../../analysis/imputation/needed.ts'
import { type Column, missingColumn, setReason, setValue } from '../../../analysis/panel/column.ts'
import type { PanelReason } from '../../../analysis/panel/reasons.ts'
import type { Cell } from '../../../surveys/answer/cells.ts'
import { checkOutcomes } from '../../../surveys/checks/outcomes.ts'
import { published } from '../../support/published.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = await published('umfrage-1')
const parts = ['kontingent', 'gestattung', 'erlaubnis', 'duldung', 'ohne', 'nicht_eu', 'eu', 'andere', 'unbekannt'].map(
  (code) => `zp_status_${code}`,
)

type Given = number | PanelReason

function columnOf(cells: readonly Given[]): Column {
  const column = missingColumn(cells.length, 'keine_teilnahme')
  for (const [index, cell] of cells.entries())
    typeof cell === 'number' ? setValue(column, index, cell) : setReason(column, index, cell)
  return column
}

function asking(columns: Record<string, readonly Given[]>, beside: Partial<Imputing> = {}): Imputing {
  const [first = []] = Object.values(columns)
  return {
    instrument,
    names: Object.keys(columns),
    columns: new Map(Object.entries(columns).map(([name, cells]) => [name, columnOf(cells)])),
    units: first.map((_cell, index) => `u${index}`),
    last: new Map(),
    einwohner: first.map(() => undefined),
    groups: first.map(() => 'klein'),
    methods,
    ...beside,
  }
}

/** The status of those counted, of one unit: what stands in each part. */
const statusOf = (total: Given, ...cells: readonly Given[]) => ({
  zp_gesamt: [total],
  ...Object.fromEntries(parts.map((name, place) => [name, [cells[place] ?? 0]])),
})

const found = (asked: Imputing) =>
  [...impute(asked)].flatMap(([name, units]) =>
    [...units].map(([index, one]) => [name, index, one.value, one.origin.method]),
  )

t.test('what follows from total and rest is put in, and nothing else', async (t) => {
  t.strictSame(found(asking(statusOf(120, 'leer', 50, 60))), [['zp_status_kontingent', 0, 10, 'deduktiv']])
  t.strictSame(found(asking(statusOf(110, 'leer', 50, 60, 'nicht_vorhanden'))), [
    ['zp_status_kontingent', 0, 0, 'deduktiv'],
    ['zp_status_duldung', 0, 0, 'deduktiv'],
  ])
  t.strictSame(found(asking(statusOf('leer', 10, 50, 60))), [['zp_gesamt', 0, 120, 'deduktiv']])
  t.strictSame(found(asking(statusOf(120, 'leer', 'leer', 60))), [], 'two parts are open')
  t.strictSame(found(asking(statusOf(100, 'leer', 50, 60))), [], 'the rest is more than the total')
  t.strictSame(found(asking(statusOf(120, 'trifft_nicht_zu', 50, 60))), [], 'what does not apply')
  t.strictSame(found(asking(statusOf('keine_teilnahme', 1, 2))), [], 'who did not answer')
  const herkunft = Object.fromEntries(
    equalSums(instrument)
      .filter(({ parts: own }) => own.includes('zp_herkunft_europa'))
      .flatMap(({ parts: own }) => own.map((name, place): [string, Given[]] => [name, [place === 0 ? 120 : 0]])),
  )
  t.strictSame(found(asking({ ...statusOf('leer', 118), ...herkunft })), [], 'two sums say different things')
  t.strictSame(found(asking({ ...statusOf('leer', 120), ...herkunft })), [['zp_gesamt', 0, 120, 'deduktiv']])
  t.strictSame(found(asking({ ...statusOf('leer', 118), zp_kinder18: [130] })), [], 'it would break another check')
  t.strictSame(found(asking(statusOf(120, 'leer', 50, 60), { methods: ['verhaeltnis'] })), [])
})

t.test('the ratio of a group, by hand', async (t) => {
  const zp_gesamt: Given[] = [10, 20, 30, 'leer', 'nicht_vorhanden', 'leer', 'trifft_nicht_zu', 'keine_teilnahme', 8]
  const asked = asking(
    { zp_gesamt },
    {
      einwohner: [1000, 2000, 3000, 5000, undefined, 700, 900, 900, 100],
      groups: ['a', 'a', 'a', 'a', 'a', 'b', 'a', 'a', 'b'],
      last: new Map([['zp_gesamt', columnOf([5, 10, 15, 'leer', 7, 'leer', 4, 4, 'leer'])]]),
    },
  )
  const values = impute(asked).get('zp_gesamt')
  t.strictSame(
    [...(values ?? [])],
    [
      [3, { value: 50, origin: { method: 'verhaeltnis', of: 5000, factor: 0.01, group: 'a', units: 3 } }],
      [4, { value: 14, origin: { method: 'vorwelle', of: 7, factor: 2, group: 'a', units: 3 } }],
      // Only one of the group of its size has both numbers: (10 + 20 + 30 + 8) / 6100.
      [
        5,
        {
          value: 700 * (68 / 6100),
          origin: { method: 'verhaeltnis', of: 700, factor: 68 / 6100, group: '', units: 4 },
        },
      ],
    ],
  )
})

t.test('completed figures are those of R', async (t) => {
  const y = [12, 7, 'leer', 31, 'leer', 18, 'leer', 25, 9, 'leer'] as const
  const x = [1200, 800, 1500, 2900, 400, 2100, 3300, 2500, 700, 1000]
  const group = ['a', 'b', 'a', 'a', 'b', 'a', 'b', 'b', 'b', 'a']
  const asked = asking({ zp_gesamt: y }, { einwohner: x, groups: group })
  const column = asked.columns.get('zp_gesamt') as Column
  const level = completedLevel(column, impute(asked).get('zp_gesamt') ?? new Map(), [...y.keys()])
  const script = `y <- c(${y.map((one) => (one === 'leer' ? 'NA' : one)).join(',')}); x <- c(${x.join(',')})
    g <- c(${group.map((one) => `"${one}"`).join(',')}); ok <- !is.na(y)
    f <- tapply(y[ok], g[ok], sum) / tapply(x[ok], g[ok], sum)
    full <- ifelse(ok, y, x * f[g])
    cat(format(c(sum(full), mean(full), mean(y, na.rm = TRUE), 100 * mean(!ok), 100 * sum(full[!ok]) / sum(full)), digits = 15))`
  const told = spawnSync('Rscript', ['-e', script], { encoding: 'utf8' }).stdout.trim().split(/\s+/).map(Number)
  const own = [level.sum.completed, level.mean.completed, level.mean.without, level.shareOfUnits, level.shareOfTotal]
  t.equal(told.length, 5)
  for (const [place, figure] of own.entries())
    t.ok(Math.abs((figure as number) - (told[place] ?? 0)) < 1e-9, `${figure}`)
  t.match(level, {
    given: 6,
    imputed: 4,
    byMethod: { deduktiv: 0, vorwelle: 0, verhaeltnis: 4 },
    sum: { without: 102 },
  })
})

t.test('a difference that would be that of one or two is not told', async (t) => {
  const cells: Given[] = [...Array.from({ length: 9 }, (_one, index) => index + 1), 'leer', 'leer', 'leer']
  const asked = asking({ zp_gesamt: cells }, { einwohner: cells.map(() => 100) })
  const column = asked.columns.get('zp_gesamt') as Column
  const imputed = impute(asked).get('zp_gesamt') ?? new Map()
  const all = [...cells.keys()]
  const told = toldCompleted(column, imputed, { all, groups: [all.slice(0, 10), all.slice(10)], behind: undefined })
  t.match(told, { total: { imputed: 3 }, groups: ['verdeckt', 'verdeckt'] })
  const three = [all.slice(0, 3), all.slice(3, 9), all.slice(9)]
  t.match(toldCompleted(column, imputed, { all, groups: three, behind: undefined }).groups, [
    { imputed: 0 },
    { imputed: 0 },
    { imputed: 3 },
  ])
  const last = [all.slice(0, 8), all.slice(8, 10), all.slice(10)]
  t.match(
    toldCompleted(column, imputed, { all, groups: last, behind: undefined }).groups,
    [{ imputed: 0 }, 'verdeckt', 'verdeckt'],
    'the others are shown',
  )
  const fewer = new Map([...imputed].slice(1))
  t.match(toldCompleted(column, fewer, { all, groups: [], behind: undefined }), { total: 'verdeckt' })
  const ofOneVerbund = toldCompleted(column, imputed, { all, groups: [], behind: () => '117019' })
  t.match(ofOneVerbund, { total: 'verdeckt' }, 'persons of one Verbund are one')
})

t.test('whatever was answered, what is deduced breaks no check and is only put where it was asked for', async (t) => {
  const names = neededFor(['zp_gesamt', 'im_plan'], instrument)
  t.ok(names.includes('zp_herkunft_afghanistan') || names.some((name) => name.startsWith('zp_herkunft_')))
  const numbers = names.filter((name) => instrument.variable.get(name)?.type === 'count')
  const cell = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 20 }) },
    fc.constantFrom<PanelReason>('leer', 'nicht_vorhanden', 'trifft_nicht_zu'),
  )
  let deduced = 0
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: numbers.length, maxLength: numbers.length }),
      fc.boolean(),
      (cells, fits) => {
        const row = new Map(numbers.map((name, place) => [name, cells[place] ?? 'leer']))
        if (fits) makeFit(row)
        const asked = asking(Object.fromEntries([...row].map(([name, one]) => [name, [one]])), {
          methods: ['deduktiv'],
        })
        const before = brokenBy(row)
        for (const [name, units] of impute(asked)) {
          const one = units.get(0)
          if (one === undefined) continue
          deduced += 1
          if (!['leer', 'nicht_vorhanden'].includes(row.get(name) as string) || one.value < 0) return false
          row.set(name, one.value)
        }
        return brokenBy(row).every((id) => before.includes(id))
      },
    ),
    { numRuns: 150, seed: 4 },
  )
  t.ok(deduced > 50, `${deduced} numbers followed`)
})

/** Makes totals those of their parts, so that something can follow. */
function makeFit(row: Map<string, Given>): void {
  const sum = parts.reduce(
    (before, name) => before + (typeof row.get(name) === 'number' ? (row.get(name) as number) : 0),
    0,
  )
  row.set('zp_gesamt', sum + 7)
}

/** What the form would say of these answers. */
function brokenBy(row: ReadonlyMap<string, Given>): string[] {
  const states = { leer: 'blank', nicht_vorhanden: 'notAvailable', trifft_nicht_zu: 'notApplicable' } as const
  const cells = new Map<string, Cell>()
  for (const [name, one] of row)
    cells.set(
      name,
      typeof one === 'number' ? { state: 'given', value: one } : { state: states[one as keyof typeof states] },
    )
  for (const { name } of instrument.variables) if (!cells.has(name)) cells.set(name, { state: 'blank' })
  return checkOutcomes({ instrument, raw: {}, cells, around: eislingen })
    .filter(({ outcome }) => outcome === 'violated')
    .map(({ check }) => check.id)
}
