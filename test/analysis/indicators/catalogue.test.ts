import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import t from 'tap'
import { catalogueOf } from '../../../analysis/indicators/catalogue.ts'
import { loadCatalogue } from '../../../analysis/indicators/load.ts'
import { loadInstrument } from '../../../surveys/definition/load.ts'
import { DefinitionError } from '../../../surveys/definition/problem.ts'

/** The variables of Anhang 1, in its order and its words, slips of the pen included. */
const annex = [
  'Einwohnerzahl',
  'Einwohner nach Herkunftsregion',
  'Einwohnerdichte',
  'Anzahl Geflüchtete',
  'Anzahl/Anteil Schutzsuchende',
  'Aufenthaltsdauer Schutzsuchende',
  'Schutzsuchende nach Herkunftsländern',
  'Alter Schutzsuchende',
  'Asylbewerberleistungsempfänger',
  'Steueraufkommen',
  'Steuerhebesätze',
  'BIP pro Kopf',
  'Gewerbeanmeldungen',
  'Bruttoeinnahmen',
  'Ausgaben (Brutto/Netto)',
  'Anzahl/Anteil Arbeitslose',
  'Anzahl/Anteil ausländische sozialversicherungspflichtige Beschäftigte',
  'Saldo Zuzug/Wegzug',
  'Baufertigstellungen',
  'Wohnbestand',
  'Teilnehmer/-innen Integrationskurse',
  'Zuständige Personen vor Einführung des Integrationsmanagements',
  'Zuständige Personen nach Einführung des Integrationsmanagements',
  'Anzahl Stellen vor Einführung des Integrationsmanagements (in VZÄ)',
  'Anzahl Stellen nach Einführung des Integrationsmanagements (in VZÄ)',
  'Existierende Einrichtungen der Integrationsarbeit vor Ort',
  'Stelle die über das Vorgehen des Integrationsmanagements entscheidet',
  'Organisatorische Anbindung des Integrationsmanagements vor Ort',
  'Zuständige Stelle für die Rekrutierung der Integrationsmanager/-innen',
  'Zielgruppe für das Integrationsmanagement nach Unterbringungsart',
  'Zielgruppe für das Integrationsmanagement nach Alter',
  'Zielgruppe für das Integrationsmanagement nach Ankunftszeitraum',
  'Zielgruppe für das Integrationsmanagement nach rechtlichem Status',
  'Startzeitpunkt des Integrationsmanagements',
  'Kontakte zu anderen Einrichtungen',
  'Zeitaufteilung der Arbeit der Integrationsmanager/-innen',
  'Vorgehensweise bei der Arbeit',
  'Anzahl betreuter Geflüchteter pro Integrationsmanagemer/-in',
  'Anzahl betreuter Geflüchteter mit Integrationsplan',
  'Art der Datenerfassung',
  'Teilnahme an Fort- und Weiterbildungen',
  'Anzahl Personen aus HHL mit sozialversicherungspflichtiger Beschäftigung',
  'Anzahl Personen aus HHL mit ausschließlich geringfügiger Beschäftigung',
  'Anzahl Personen in dezentraler Unterbringung',
  'Sprachkenntnisse (Deutsch) der Geflüchteten im Integrationsmanagement',
  'Schulbildung und Studium der Geflüchteten im Integrationsmanagement',
  'Berufserfahrung der Geflüchteten im Integrationsmanagement',
  'Arbeitsmarktintegration der Geflüchteten im Integrationsmanagement',
]

const { indicators, surveyVariables } = await loadCatalogue()
const all = [...indicators.values(), ...surveyVariables]

t.test('every variable of Anhang 1 is there, with all that the annex says of it', async (t) => {
  const known = new Set(all.map(({ annex }) => annex))
  t.strictSame(
    annex.filter((name) => !known.has(name)),
    [],
  )
  t.strictSame(
    [...known].filter((name) => name !== undefined && !annex.includes(name)),
    [],
  )
  for (const { code, unit, licence, sources, dataset, observed } of all) {
    t.ok(unit && licence && sources.length > 0 && dataset && observed.text, code)
    t.ok(observed.from <= observed.to, code)
  }
})

t.test('questions that the catalogue names are asked', async (t) => {
  for (const { code, questions } of surveyVariables) {
    for (const { survey, numbers = [] } of questions) {
      const instrument = await loadInstrument(survey)
      const asked = [...(instrument?.questions.values() ?? [])].map(({ number }) => number)
      t.strictSame(
        numbers.filter((number) => !asked.includes(number)),
        [],
        `${code} in ${survey}`,
      )
    }
  }
})

t.test('names are good for every export, and no survey uses them for something else', async (t) => {
  const taken = new Set<string>()
  for (const id of ['umfrage-0', 'umfrage-1', 'umfrage-2', 'umfrage-3', 'umfrage-4']) {
    for (const name of (await loadInstrument(id))?.variable.keys() ?? []) taken.add(name)
  }
  t.ok(taken.size > 300)
  t.strictSame(
    [...indicators.keys()].filter((code) => taken.has(code)),
    [],
  )
})

const own = {
  code: 'kitaplaetze',
  label: 'Plätze in Kindertagesstätten',
  group: 'weitere',
  levels: ['gemeinde'],
  observed: { text: '2018', from: '2018', to: '2018' },
  frequency: 'jaehrlich',
  kind: 'count',
  unit: 'Plätze',
  sources: ['Jugendamt'],
  dataset: 'eigene Liste',
  licence: 'eigene Daten',
  territory: 'sum',
}

t.test('a file more in the folder is a piece more of the catalogue', async (t) => {
  const shipped = await readFile(new URL('../../../analysis/indicators/bezugsgroessen.json', import.meta.url), 'utf8')
  const folder = t.testdir({
    'a.json': shipped,
    'eigene.json': JSON.stringify({ title: 'Eigene', indicators: [own] }),
    'README.md': 'nothing',
  })
  const { indicators } = await loadCatalogue(pathToFileURL(`${folder}/`))
  t.equal(indicators.get('kitaplaetze')?.unit, 'Plätze')
  t.ok(indicators.has('svb_gesamt'))
})

const faults: [string, Record<string, unknown>, RegExp, RegExp][] = [
  ['code', { code: 'Kita-Plätze' }, /\/indicators\/0\/code/, /./],
  ['label', { label: '' }, /label/, /./],
  ['group', { group: 'andere' }, /group/, /./],
  ['levels', { levels: ['stadtteil'] }, /levels\/0/, /./],
  ['no levels', { levels: [] }, /levels/, /./],
  ['observed', { observed: { text: '2018', from: '18', to: '2018' } }, /observed\/from/, /./],
  ['frequency', { frequency: 'täglich' }, /frequency/, /./],
  ['kind', { kind: 'anzahl' }, /kind/, /./],
  ['unit', { unit: undefined }, /indicators\/0/, /unit/],
  ['sources', { sources: [] }, /sources/, /./],
  ['dataset', { dataset: undefined }, /indicators\/0/, /dataset/],
  ['licence', { licence: undefined }, /indicators\/0/, /licence/],
  ['territory', { territory: 'mean' }, /territory/, /./],
  ['weight', { territory: { mean: 'nirgends' } }, /indicators\/0/, /Den Indikator „nirgends“ gibt es nicht/],
  ['base', { base: 'nirgends' }, /indicators\/0/, /Den Indikator „nirgends“ gibt es nicht/],
  ['found', { found: [{ measure: 'X' }] }, /found\/0/, /statistic/],
  ['something else', { einheit: 'Plätze' }, /indicators\/0\/einheit/, /nicht vorgesehen/],
]
for (const [what, change, path, message] of faults) {
  t.test(`a fault in the file is told with its place: ${what}`, async (t) => {
    const document = { title: 'Eigene', indicators: [{ ...own, ...change }] }
    const found = problemsOf([{ file: 'eigene.json', document: JSON.parse(JSON.stringify(document)) }])
    t.ok(
      found.some((one) => one.path.startsWith('eigene.json') && path.test(one.path) && message.test(one.message)),
      JSON.stringify(found),
    )
  })
}

t.test('a code twice, in two files; a file that is no JSON', async (t) => {
  const files = ['a.json', 'b.json'].map((file) => ({ file, document: { title: 'Eigene', indicators: [own] } }))
  t.match(problemsOf(files), [
    { path: 'b.json/indicators/0', message: /„kitaplaetze“ gibt es schon: a.json\/indicators\/0/ },
  ])
  const folder = t.testdir({ 'eigene.json': '{ "title": ' })
  await t.rejects(loadCatalogue(pathToFileURL(`${folder}/`)), DefinitionError)
})

function problemsOf(files: Parameters<typeof catalogueOf>[0]) {
  try {
    catalogueOf(files)
  } catch (error) {
    if (error instanceof DefinitionError) return [...error.problems]
    throw error
  }
  return []
}
