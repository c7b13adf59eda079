import t from 'tap'
import { compareWaves } from '../../../analysis/compare/compare-waves.ts'
import { buildPanel } from '../../../analysis/panel/build-panel.ts'
import { findVariable } from '../../../analysis/panel/variable.ts'
import { comparisonReport } from '../../../analysis/report/comparison.ts'
import { cellText } from '../../../analysis/report/print/cell-text.ts'
import { flatRows } from '../../../analysis/report/print/comparison-rows.ts'
import { reportLines } from '../../../analysis/report/print/report-lines.ts'
import { provenanceOf } from '../../../analysis/report/provenance.ts'
import { tablesOf } from '../../support/counts-told.ts'
import { published } from '../../support/published.ts'

t.test('of nobody there is no share: not 0 %, in no printer', async (t) => {
  const surveys = await Promise.all(
    ['umfrage-1', 'umfrage-4'].map(async (wave) => ({ wave, instrument: await published(wave) })),
  )
  const variable = findVariable('zg_gruppe_duldung', surveys, [], () => [])
  if ('problem' in variable) throw new Error(variable.problem)
  const units = Array.from({ length: 12 }, (_none, index) => String(100_000 + index))
  const said = { numbers: units.map((_unit, index) => (index < 6 ? 1 : 0)) }
  const panel = buildPanel(
    units,
    [
      { wave: 'umfrage-1', units, columns: new Map([[variable.name, said]]) },
      { wave: 'umfrage-4', units: [], columns: new Map() },
    ],
    [variable.name],
  )
  const compared = compareWaves({ surveys, variables: [variable], panel, continues: () => [] })
  const [one] = compared.variables
  const [step] = one?.steps ?? []
  if (one === undefined || step?.total.result?.kind !== 'category') return t.fail('a choice is compared as one')
  const { pairs, before, after } = step.total.result
  t.strictSame(
    [before, pairs.before, after].map((list) => list?.categories.map(({ share }) => share)),
    [
      [50, 50],
      [nothing, nothing],
      [nothing, nothing],
    ],
  )
  const origin = provenanceOf({
    ...{ surveys, variables: [variable], versions: new Map(), filters: [], units: 12, options: {}, compared },
    snapshot: { state: 1, values: 'amended', submissions: 12, at: '2020-01-01T00:00:00Z' },
  })
  const report = comparisonReport({ compared, one, step, many: 'Kommunen', origin })
  const levels = tablesOf(report).find(({ id }) => id === 'niveau')
  t.strictSame(
    levels?.rows.map((row) => row.map(cellText)),
    ['nein', 'ja'].map((label) => [label, '–', '–', '–', '6 (50,0 %)', '–']),
  )
  t.strictSame(
    flatRows(compared).map((row) => [row.vorher_anteil, row.nachher_anteil, row.veraenderung]),
    [
      [null, null, null],
      [null, null, null],
    ],
  )
  t.notOk(reportLines(report).some((line) => / 0 %/.test(line)))
  t.notOk(report.sections.some(({ charts }) => charts.some(({ id }) => id === 'antworten')))
})

const nothing = { notDefined: 'no-values' }
