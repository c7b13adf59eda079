import Papa from 'papaparse'
import t, { type Test } from 'tap'
import { signedWithDecimals } from '../../../../analysis/decimals.ts'
import { hidden } from '../../../../analysis/disclosure/hidden.ts'
import { attritionReport } from '../../../../analysis/report/attrition.ts'
import { comparisonReport } from '../../../../analysis/report/comparison.ts'
import { namedAttrition } from '../../../../analysis/report/named-waves.ts'
import { cellText } from '../../../../analysis/report/print/cell-text.ts'
import { type FlatRow, flatRows } from '../../../../analysis/report/print/comparison-rows.ts'
import { tableTexts } from '../../../../analysis/report/print/table-texts.ts'
import type { Report } from '../../../../analysis/report/report.ts'
import { random } from '../../../../analysis/stats/random.ts'
import { tenths } from '../../../../analysis/words.ts'
import { loadSeries } from '../../../../server/demo/load-series.ts'
import { InputError } from '../../../../server/errors/input-error.ts'
import { comparePanel } from '../../../../server/evaluation/compare-panel.ts'
import { describeQuestion } from '../../../../server/evaluation/describe-question.ts'
import { loadSurveys } from '../../../../server/evaluation/surveys.ts'
import { waveNames } from '../../../../server/evaluation/wave-names.ts'
import { whoIsMissing } from '../../../../server/evaluation/who-is-missing.ts'
import { Forms } from '../../../../server/forms/form.ts'
import { comparisonOf } from '../../../../server/http/pages/intern/comparison-page.ts'
import { descriptionOf } from '../../../../server/http/pages/intern/description-page.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { countsInRows, holdsRows, type Row } from '../../../support/comparison-rows.ts'
import { countsInJson, countsInReport, tablesOf } from '../../../support/counts-told.ts'
import { drawLage, drawOrganisation, drawPersons } from '../../../support/drawn-world.ts'
import { printedOn } from '../../../support/printed.ts'
import { runCommand } from '../../../support/run-command.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
import type { Visitor } from '../../../support/visitor.ts'

const next = random(12)
const one = <Of>(of: readonly Of[]): Of => of[Math.floor(of.length * next())] as Of
const forms = new Forms()

const fewIn = (counts: readonly number[]) => counts.filter((count) => count === 1 || count === 2)
const folded = (words: string) => words.replace(/\s+/g, ' ').trim()

/** The page, its pictures and the words for them say what the report says, and nothing else. */
function holdsPage(t: Test, html: string, report: Pick<Report, 'facts' | 'sections'>): void {
  const page = printedOn(html)
  t.strictSame(
    page.tables,
    tablesOf(report).map((table) => ({
      label: table.label,
      rows: [[...table.head], ...tableTexts(table)],
    })),
    'tables of the page',
  )
  t.strictSame(
    page.facts,
    report.facts.map(({ label, value, note }) => ({ label, value: cellText(value), note })),
    'figures at its head',
  )
  const charts = report.sections.flatMap((section) => section.charts)
  const said = charts.map(({ text, values, basis }) => `${text} ${values} ${basis}`)
  t.strictSame(
    // Behind that stands where all of it is from.
    page.charts.map(({ title, text, description }, place) => ({
      title,
      text,
      description: description.slice(0, said[place]?.length),
    })),
    charts.map(({ title, text }, place) => ({ title, text, description: said[place] })),
    'pictures and their words',
  )
  for (const [place, { drawn, description }] of page.charts.entries()) {
    const { table, drawing } = charts[place] ?? {}
    const known = folded([description, ...(table === undefined ? [] : tableTexts(table).flat())].join(' '))
    // What is drawn beside a line or a point; the numbers of an axis are round ones that nobody answered.
    const figures =
      drawing?.kind === 'dumbbell' ? drawing.rows.map(({ change }) => signedWithDecimals(change, drawing.decimals)) : []
    for (const figure of figures) t.ok(drawn.includes(figure), `${figure} is drawn`)
    const beside = drawing?.kind === 'slope' ? drawn.filter((words) => /^[−\d.,]+$/.test(words)) : []
    for (const words of beside) t.match(known, words, 'and said in words')
  }
}

/** Each row of each table stands in the text, cell by cell. */
function holdsText(t: Test, text: string, { facts, sections }: Pick<Report, 'facts' | 'sections'>): void {
  const lines = new Set(text.split('\n').map(folded))
  const wanted = [
    ...tablesOf({ sections }).flatMap((table) => tableTexts(table).map((row) => folded(row.join(' ')))),
    ...facts.map(({ label, value, note }) => folded(`${label}: ${cellText(value)}${note === '' ? '' : ` (${note})`}`)),
  ]
  t.strictSame(
    wanted.filter((row) => !lines.has(row)),
    [],
    'rows that the text lacks',
  )
}

interface Request {
  waves: string[]
  variable: string
  by: string
  weights: string
  filter: Record<string, string>
}

const lage = ['umfrage-1', 'umfrage-4']
const kinds = [
  ...['zp_gesamt', 'im_kinder18', 'zp_duldung_anteil', 'zg_gruppe_duldung', 'zg_gruppe_eu'].map((variable) => ({
    waves: lage,
    variable,
  })),
  ...['zg_gruppe_erlaubnis', 'einwohner'].map((variable) => ({ waves: lage, variable })),
  { waves: ['umfrage-0', 'umfrage-2'], variable: 'organisation' },
]
const groupings = ['', 'kreis', 'groesse', 'regierungsbezirk', 'zg_gruppe_eu', 'umfrage-3:klienten_anzahl']
const filters = [
  {},
  {},
  { kreis: '117' },
  { groesse: '5_10' },
  { regierungsbezirk: '3' },
  { kreis: '115', groesse: '2_5' },
]

const drawRequest = (kind: (typeof kinds)[number]): Request => ({
  ...kind,
  by: one(groupings),
  weights: one(['', '', 'einwohner', 'rake', 'post']),
  filter: one(filters) as Record<string, string>,
})

async function holdsComparison(
  t: Test,
  test: TestApp,
  visitor: Visitor,
  kind: (typeof kinds)[number],
): Promise<boolean> {
  const { waves, variable, by, weights, filter } = drawRequest(kind)
  const chosen = Object.entries(filter).map(([name, code]) => `${name}=${code}`)
  const answer = await comparePanel(test, forms, {
    ...{ waves, variables: [variable], filters: chosen, withKreise: true },
    ...(by && { by }),
    ...(weights && { weights }),
  }).catch((error) => {
    if (error instanceof InputError) return undefined
    throw error
  })
  if (answer === undefined) return false
  const { compared, many, byKreis, provenance } = answer
  const [variableCompared] = compared.variables
  const [step] = variableCompared?.steps ?? []
  if (variableCompared === undefined || step === undefined) return false
  const source = { compared, one: variableCompared, step, many, origin: provenance }
  const name = `${variable} nach ${by || 'nichts'}, ${weights || 'ohne Gewicht'}, ${chosen.join(' ') || 'alle'}`
  await t.test(name, async (t) => {
    const address = new URLSearchParams({
      von: waves[0] ?? '',
      bis: waves[1] ?? '',
      variable,
      nach: by,
      gewicht: weights,
    })
    const page = await visitor.get(`/intern/vergleich?${address}&${new URLSearchParams(filter)}`)
    t.equal(page.status, 200)
    const named = comparisonOf(answer, await loadSurveys(test.db, forms))
    if (named === undefined) return t.fail('nothing is said')
    holdsPage(t, page.text, named.report)
    const run = (format: string) =>
      runCommand(
        'panel compare',
        {
          positionals: waves,
          values: {
            ...{ variable: [variable], by: by || undefined, weights: weights || undefined, filter: chosen, format },
            // Who may look at single answers is told more.
            als: 'evaluation',
          },
        },
        test.url,
      )
    const report = comparisonReport(source)
    holdsText(t, await run('table'), report)
    const { data } = Papa.parse<Row>(await run('csv'), { header: true })
    if (step.total.result !== undefined)
      holdsRows(t, data, report, {
        isNumber: step.total.result.kind === 'number',
        isWeighted: weights !== '' && !variableCompared.variable.isOfficial,
      })
    const json = JSON.parse(await run('json'))
    const again = Papa.parse<Row>(Papa.unparse(flatRows(json) as FlatRow[]), { header: true }).data
    t.strictSame(again, data, 'what JSON says is what CSV says')
    if (variableCompared.variable.isOfficial) return
    t.strictSame(fewIn(countsInReport(comparisonReport({ ...source, byKreis }))), [], 'no one and no two in the report')
    t.strictSame(fewIn(countsInRows(data)), [], 'nor in CSV')
    t.strictSame(fewIn(countsInJson({ ...json, provenance: undefined })), [], 'nor in JSON')
  })
  return true
}

async function holdsDescription(t: Test, test: TestApp, visitor: Visitor, wave: string, id: string): Promise<void> {
  const survey = (await loadSurveys(test.db, forms)).find((found) => found.wave === wave)
  const question = survey?.instrument.questions.get(id)
  if (survey === undefined || question === undefined) throw new Error(`${id} is missing`)
  const by = one(['kreis', 'groesse', 'regierungsbezirk'])
  const filter = one(filters.slice(0, survey.instrument.unit === 'gemeinde' ? undefined : 3)) as Record<string, string>
  const description = await describeQuestion(test, {
    ...{ survey, question, by },
    filters: Object.entries(filter).map(([name, code]) => ({ name, code })),
  })
  const report = descriptionOf(question, survey, description)
  const { described } = description
  await t.test(`${wave} ${id} nach ${by}, ${JSON.stringify(filter)}`, async (t) => {
    const page = await visitor.get(`/intern/auswertung/${wave}/${id}?nach=${by}&${new URLSearchParams(filter)}`)
    t.equal(page.status, 200)
    holdsPage(t, page.text, report)
    t.strictSame(fewIn(countsInReport(report)), [], 'no one and no two')
    t.strictSame(fewIn(countsInJson(described)), [], 'nor in what it is made of')
  })
}

async function holdsMissing(t: Test, test: TestApp, visitor: Visitor, waves: [string, string]): Promise<void> {
  const { attrition, weights, many, provenance } = await whoIsMissing(test, forms, { waves })
  const report = attritionReport(attrition, { weights, many, origin: provenance })
  await t.test(`wer fehlt, ${waves}`, async (t) => {
    const page = await visitor.get(`/intern/ausfall?von=${waves[0]}&bis=${waves[1]}`)
    const names = waveNames(await loadSurveys(test.db, forms), waves)
    holdsPage(t, page.text, attritionReport(namedAttrition(attrition, names), { weights, many, origin: provenance }))
    const run = (format: string) => runCommand('panel attrition', { positionals: waves, values: { format } }, test.url)
    const withoutWeights = attritionReport(attrition, { many, origin: provenance })
    holdsText(t, await run('table'), withoutWeights)
    const { data } = Papa.parse<Row>(await run('csv'), { header: true })
    const json = JSON.parse(await run('json'))
    const rates = data.filter(({ art, merkmal }) => art === 'quote' && merkmal === '')
    t.strictSame(
      rates.map(({ ja, von }) => [ja, von]),
      Object.values(json.rates as Record<string, { yes: number; of: number }>).map(({ yes, of }) => [
        `${yes}`,
        `${of}`,
      ]),
      'rates of all in CSV and JSON',
    )
    t.strictSame(
      report.facts.map(({ value }) => cellText(value)),
      rates.map(({ wert }) => (wert === hidden ? hidden : `${tenths(100 * Number(wert))} %`)),
      'and in the report',
    )
    t.strictSame(fewIn(countsInReport(report)), [], 'no one and no two in the report')
    t.strictSame(fewIn(data.flatMap(({ ja, von }) => [Number(ja), Number(von)])), [], 'nor in CSV')
    t.strictSame(fewIn(countsInJson({ ...json, provenance: undefined })), [], 'nor in JSON')
  })
}

t.test('a figure is the same wherever it is printed, and what is hidden is hidden everywhere', async (t) => {
  const test = await testApp(t, { id: 'probe', participants: [] })
  const asked = await drawLage(test, { seed: 3, units: 110, kreise: ['117', '115'] })
  const some = asked.filter((_unit, place) => place % 2 === 0)
  await drawOrganisation(test, some, 4)
  await drawPersons(test, some, 5)
  await loadSeries(test)
  const visitor = await signIn(test, await staffAccount(test, 'evaluation'))
  let held = 0
  for (const kind of [...kinds, ...kinds]) if (await holdsComparison(t, test, visitor, kind)) held += 1
  const questions = {
    'umfrage-1': ['zp_gesamt', 'zp_status', 'zg_gruppe'],
    'umfrage-2': ['organisation', 'kriterium'],
    'umfrage-3': ['zeit', 'klienten_anzahl'],
  }
  for (const [wave, ids] of Object.entries(questions))
    for (const id of ids) await holdsDescription(t, test, visitor, wave, id)
  await holdsMissing(t, test, visitor, ['umfrage-1', 'umfrage-4'])
  await holdsMissing(t, test, visitor, ['umfrage-0', 'umfrage-2'])
  t.ok(held >= 10, `${held} comparisons, seven descriptions, two of who is missing`)
})
