import { readFile } from 'node:fs/promises'
import t from 'tap'
import type { SurveyLabels } from '../../../schemas/labels.ts'
import { fullLabel } from '../../../surveys/codebook/full-label.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { checkLabels } from '../../../surveys/labels/check-labels.ts'
import { smallDefinition } from '../../support/definition.ts'
import { published } from '../../support/published.ts'

const ids = [...[0, 1, 2, 3, 4].map((number) => `umfrage-${number}`), 'folgewelle', 'kennzahlen', 'kennzahlen-traeger']
const surveys = await Promise.all(ids.map((survey) => published(survey)))
const labelsOf = (id: string) => surveys.find((one) => one.id === id)?.labels
const label = (id: string, name: string) => labelsOf(id)?.get(name)?.label
const unit = (id: string, name: string) => labelsOf(id)?.get(name)?.unit

t.test('every variable of a survey has a label of its own, without gaps', async (t) => {
  for (const { id, variables, labels } of surveys) {
    const all = variables.map(({ name }) => labels.get(name)?.label ?? '')
    t.equal(new Set(all).size, variables.length, id)
    t.strictSame(
      all.filter((one) => one === '' || /[{}]/.test(one)),
      [],
      id,
    )
  }
})

t.test('the pairs of two populations that are printed alike are told apart, by their population', async (t) => {
  for (const id of ['umfrage-1', 'umfrage-4', 'folgewelle']) {
    const survey = surveys.find((one) => one.id === id)
    const names = survey?.variables.map(({ name }) => name).filter((name) => name.startsWith('zp_')) ?? []
    const printed = (name: string) => {
      const variable = survey?.variable.get(name)
      return variable && survey && fullLabel(survey, variable)
    }
    const pairs = names.filter((name) => printed(name) === printed(name.replace(/^zp_/, 'im_')))
    t.ok(pairs.length >= 21, `${id}: ${pairs.length}`)
    for (const name of pairs) {
      t.match(label(id, name), /Zielpersonen/, name)
      t.match(label(id, name.replace(/^zp_/, 'im_')), /Personen (mit Integrationsplan|im Integrationsmanagement)/, name)
    }
  }
  t.equal(label('umfrage-1', 'zp_herkunft_syrien'), 'Zielpersonen aus Syrien')
  t.equal(label('umfrage-1', 'im_herkunft_syrien'), 'Personen mit Integrationsplan aus Syrien')
  t.equal(label('umfrage-4', 'im_herkunft_syrien'), 'Personen im Integrationsmanagement aus Syrien')
  t.equal(
    label('umfrage-4', 'im_sprache_b'),
    'Personen mit Integrationsplan mit mittleren Deutschkenntnissen (B1 und B2)',
  )
  t.match(label('umfrage-2', 'vor_vzae'), /vor Beginn/)
  t.match(label('umfrage-2', 'nach_vzae'), /seit Beginn/)
  t.match(label('umfrage-3', 'austausch_mal'), /Austausch/)
  t.match(label('umfrage-1', 'zp_alter_nv'), /^Wie alt sind die Zielpersonen.* – Die Information liegt/)
})

t.test('a unit is a word where something is counted or measured, and nothing else has one', async (t) => {
  t.equal(unit('umfrage-1', 'zp_status_unbekannt'), 'Personen')
  t.equal(unit('umfrage-2', 'vor_personen'), 'Personen')
  t.equal(unit('umfrage-2', 'nach_vzae'), 'VZÄ')
  t.equal(unit('umfrage-3', 'zeit_termin'), 'Prozent')
  t.equal(unit('umfrage-3', 'austausch_mal'), 'Mal im Jahr')
  t.equal(unit('umfrage-1', 'zg_gruppe_eu'), '')
  t.equal(unit('umfrage-2', 'organisation'), '')
  for (const { id, variables, labels } of surveys)
    for (const { name, type } of variables)
      if (['count', 'decimal', 'percent'].includes(type)) t.not(labels.get(name)?.unit, '', `${id} ${name}`)
})

t.test('the printed label stays as it is', async (t) => {
  const survey = await published('umfrage-1')
  const syrien = survey.variable.get('im_herkunft_syrien')
  t.equal(syrien?.label, 'aus Syrien')
  t.equal(syrien && fullLabel(survey, syrien), 'Anzahl Zielpersonen: aus Syrien')
})

const small = compile(smallDefinition())
const problemsOf = (...documents: unknown[]) =>
  checkLabels(
    documents.map((document, at) => ({ file: `${at}.json`, text: JSON.stringify(document) })),
    [{ file: 'klein.v1.json', instrument: small }],
  ).problems.map(({ file, path, message }) => `${file}: ${path}: ${message}`)
const labels = (rest: Omit<SurveyLabels, 'survey'>) => ({ survey: small.id, ...rest })

t.test('labels that cannot be read make no twins of what they would tell apart', async (t) => {
  const instrument = await published('umfrage-1')
  const text = await readFile(new URL('../../../surveys/labels/umfrage-1.json', import.meta.url), 'utf8')
  const problems = (one: string) =>
    checkLabels([{ file: 'umfrage-1.json', text: one }], [{ file: 'umfrage-1.v2.json', instrument }]).problems
  t.strictSame(problems(text), [])
  t.match(problems(JSON.stringify({ survey: 'umfrage-1' })), [{ message: /heißen für sich allein gleich/ }])
  const broken = problems(text.replace('"variables": {', '"variables": { "gesamd": { "label": "Weg" },'))
  t.match(broken, [{ message: /„gesamd“ gibt es/ }])
  t.equal(broken.length, 1)
})

t.test('what is wrong with a file of labels is named with its place', async (t) => {
  t.strictSame(problemsOf(labels({ variables: { gesamt: { label: 'Alle', unit: 'Personen' } } })), [])
  const wrong: [unknown, RegExp][] = [
    [{ survey: 'fehlt' }, /^0\.json: \/survey: Den Fragebogen „fehlt“ gibt es nicht/],
    [labels({ variables: { gesamd: { label: 'Alle' } } }), /^0\.json: \/variables\/gesamd: .*Meinen Sie „gesamt“\?/],
    [
      labels({ populations: [{ label: 'Personen', questions: ['alterr'] }] }),
      /^0\.json: \/populations\/0\/questions\/0: .*Meinen Sie „alter“\?/,
    ],
    [
      labels({ variables: { gesamt: { label: 'Alle' }, betreut_alt: { label: 'Alle' } } }),
      /^klein\.v1\.json: \/variables\/betreut_alt: „gesamt“ und „betreut_alt“ heißen für sich allein gleich: „Alle“/,
    ],
    [labels({ counted: ' ' }), /^0\.json: \/counted/],
  ]
  for (const [document, expected] of wrong) {
    const found = problemsOf(document)
    t.equal(found.length, 1, JSON.stringify(found))
    t.match(found[0], expected)
  }
  t.match(problemsOf(labels({}), labels({})), [/^1\.json: \/survey: .* stehen schon in 0\.json/])
  t.match(checkLabels([{ file: 'a.json', text: '{' }], []).problems, [
    { file: 'a.json', message: /kein gültiges JSON/ },
  ])
})

t.test('without a file, rules name all variables apart', async (t) => {
  const { variables, labels } = small
  t.equal(new Set([...labels.values()].map((one) => one.label)).size, variables.length)
  t.equal(labels.get('gesamt')?.unit, '')
  t.equal(problemsOf().length, 0)
})
