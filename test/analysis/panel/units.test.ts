import t from 'tap'
import { compareWaves } from '../../../analysis/compare/compare-waves.ts'
import { loadCatalogue } from '../../../analysis/indicators/load.ts'
import { buildPanel } from '../../../analysis/panel/build-panel.ts'
import { indicatorVariable } from '../../../analysis/panel/indicator-variable.ts'
import { listed } from '../../../analysis/panel/list-variables.ts'
import { panelCodebook, panelCodebookColumns } from '../../../analysis/panel/panel-codebook.ts'
import { findVariable, type PanelVariable } from '../../../analysis/panel/variable.ts'
import { comparisonReports } from '../../../analysis/report/comparison.ts'
import { provenanceOf } from '../../../analysis/report/provenance.ts'
import type { Indicator } from '../../../schemas/indicators.ts'
import { codebook, codebookColumns } from '../../../surveys/codebook/codebook.ts'
import { describedColumns } from '../../../surveys/codebook/describe-columns.ts'
import { continuedVariables } from '../../../surveys/concordance/concordance.ts'
import { loadConcordances } from '../../../surveys/concordance/load-concordances.ts'
import { loadDerived } from '../../../surveys/derived/load-derived.ts'
import { published } from '../../support/published.ts'

const concordances = await loadConcordances()
const declared = await loadDerived()
const { indicators } = await loadCatalogue()
const waves = ['umfrage-1', 'umfrage-4']
const lage = await Promise.all(waves.map(async (wave) => ({ wave, instrument: await published(wave) })))
const continues: Parameters<typeof compareWaves>[0]['continues'] = (before, after) =>
  continuedVariables(concordances, before, after)

async function variable(name: string, survey?: string): Promise<PanelVariable> {
  const surveys = survey === undefined ? lage : [{ wave: survey, instrument: await published(survey) }]
  const found = findVariable(name, surveys, declared, continues)
  if ('problem' in found) throw new Error(found.problem)
  return found
}
const official = (code: string) => indicatorVariable(indicators.get(code) as Indicator, waves)

t.test('an administrative figure has the unit of its source', async (t) => {
  t.equal(official('einwohnerdichte').unit, 'Einwohner je km²')
  t.equal(official('bip_je_kopf').unit, 'Euro je Einwohner')
  t.equal(official('steueraufkommen').unit, '1.000 Euro')
  t.equal(official('einwohner').unit, 'Personen')
  t.equal(official('arbeitslosenquote').unit, 'Prozent')
  for (const { code, kind } of indicators.values())
    t.equal(official(code).unit === 'Prozent', kind === 'share', `${code}: ${official(code).unit}`)
})

t.test('what is computed has the unit of what it is computed from', async (t) => {
  const units: Record<string, [string, string?]> = {
    zp_gesamt: ['Personen'],
    zp_saldo: ['Personen', 'umfrage-4'],
    zp_duldung_anteil: ['Prozent'],
    vzae_zuwachs: ['VZÄ', 'umfrage-2'],
    personen_zuwachs: ['Personen', 'umfrage-2'],
    angebot_anzahl: ['', 'umfrage-2'],
    zeit_klienten: ['Prozent', 'umfrage-3'],
    organisation: ['', 'umfrage-2'],
  }
  for (const [name, [unit, survey]] of Object.entries(units)) t.equal((await variable(name, survey)).unit, unit, name)
})

/** The report of a number that stands in every unit. */
function reportOf(one: PanelVariable) {
  const units = Array.from({ length: 30 }, (_, index) => String(100_000 + index))
  const name = one.derived?.parts.plus[0] ?? one.name
  const names = [...new Set([name, ...(one.derived?.base.plus ?? [])])]
  const answers = (wave: string, more: number) => ({
    wave,
    units,
    columns: new Map(
      names.map((own, at) => [
        own,
        { numbers: units.map((_unit, index) => 10 + index * (at + 1) + more * (index % 4)) },
      ]),
    ),
  })
  const panel = buildPanel(units, [answers('umfrage-1', 0), answers('umfrage-4', 3)], names)
  const compared = compareWaves({ surveys: lage, variables: [one], panel, continues })
  const snapshot = { state: 1, values: 'amended' as const, submissions: 1, at: '2020-01-01T00:00:00Z' }
  const origin = provenanceOf({
    ...{ surveys: lage, variables: [one], snapshot, versions: new Map(), filters: [], units: 30, options: {} },
    compared,
  })
  const [report] = comparisonReports({ compared, many: 'Kommunen', origin })
  if (report === undefined) throw new Error('a comparison has a report')
  const drawn = report.sections.flatMap(({ charts }) => charts).find(({ id }) => id === 'verteilung')?.drawing
  return { report, axis: drawn?.kind === 'histogram' ? drawn.axis : '' }
}

t.test('a report says the unit, and percentage points where percentages differ', async (t) => {
  const persons = reportOf(await variable('zp_gesamt'))
  t.match(persons.report.notes, ['Einheit: Personen.'])
  t.equal(persons.axis, 'Veränderung (Personen)')
  const share = reportOf(await variable('im_plan_anteil'))
  t.match(share.report.notes, ['Alle Werte sind Prozente, Veränderungen Prozentpunkte.'])
  t.equal(share.axis, 'Veränderung in Prozentpunkten')
  const rate = reportOf(official('hebesatz_grundsteuer_a'))
  t.match(rate.report.notes, ['Einheit: Prozent des Messbetrags; Veränderungen in Prozentpunkten.'])
  t.equal(rate.axis, 'Veränderung (Prozentpunkte)')
  t.match(reportOf(official('einwohnerdichte')).report.notes, ['Einheit: Einwohner je km².'])
})

t.test('codebooks have the label that stands alone after what they had before, as before', async (t) => {
  const survey = await published('umfrage-1')
  const row = codebook(survey).find(({ spalte }) => spalte === 'im_herkunft_syrien')
  t.match(row, {
    bezeichnung: 'Anzahl Zielpersonen: aus Syrien',
    einheit: 'Personen',
    bezeichnung_allein: 'Personen mit Integrationsplan aus Syrien',
  })
  t.strictSame(
    codebookColumns.slice(-5).map(({ name }) => name),
    ['bezeichnung_allein', 'trifft_nicht_zu_wenn', 'gefragt_bei', 'hilfe', 'konzept'],
  )
  const own = codebook(survey).map((one) => one.bezeichnung_allein)
  t.equal(new Set(own).size, own.length, 'no two columns are called alike')
  t.match(
    describedColumns(survey).find(({ name }) => name === 'zp_herkunft_syrien'),
    { label: 'Zielpersonen aus Syrien' },
  )
  t.strictSame(
    panelCodebookColumns.slice(-2).map(({ name }) => name),
    ['bezeichnung_allein', 'konzept'],
  )
  const panel = panelCodebook([listed(await variable('im_herkunft_syrien'), lage, continues)])
  t.match(panel[0], {
    bezeichnung: /: aus Syrien$/,
    einheit: 'Personen',
    bezeichnung_allein: 'Personen im Integrationsmanagement aus Syrien',
  })
})
