import t from 'tap'
import { loadInstrument } from '../../../surveys/definition/load.ts'
import { checkDerived } from '../../../surveys/derived/check-derived.ts'
import { deriveFrom } from '../../../surveys/derived/derived.ts'
import { derivedProblems } from '../../../surveys/derived/derived-problems.ts'
import { loadDerived, readDerivedFiles } from '../../../surveys/derived/load-derived.ts'

const ids = [...[0, 1, 2, 3, 4].map((number) => `umfrage-${number}`), 'folgewelle']
const surveys = (await Promise.all(ids.map((id) => loadInstrument(id)))).flatMap((one) => one ?? [])
const survey = (id: string) => surveys.find((one) => one.id === id) as (typeof surveys)[number]

t.test('what the project declares is in order, and every survey has some of it', async (t) => {
  const { problems, checked } = checkDerived(await readDerivedFiles(), surveys)
  t.strictSame(problems, [])
  t.match(checked[0], /^arbeit\.json: \d+ abgeleitete Variablen$/)
  const declared = await loadDerived()
  for (const one of surveys)
    t.ok(
      declared.some((each) => deriveFrom(each, one) !== undefined),
      one.id,
    )
})

t.test('a question stands for its items: not for those of whom nothing is known, no exclusive options', async (t) => {
  const declared = await loadDerived()
  const of = (name: string, id: string) => deriveFrom(declared.find((one) => one.name === name) as never, survey(id))
  const duldung = of('zp_duldung_anteil', 'umfrage-1')
  t.equal(duldung?.base.plus.length, 8)
  t.notOk(duldung?.base.plus.includes('zp_status_unbekannt'))
  t.strictSame(of('im_kurs_jetzt_anteil', 'umfrage-4')?.base, {
    plus: ['im_plan'],
    minus: ['im_kurs_jetzt_unbekannt'],
  })
  const ways = of('plan_wege_anzahl', 'umfrage-0')
  t.ok(ways?.parts.plus.includes('plan_erfassung_papier'))
  t.notOk(ways?.parts.plus.includes('plan_erfassung_gar_nicht'))
  t.equal(of('im_oepnv_anteil', 'umfrage-4'), undefined, 'no longer asked')
  for (const { name, kind } of declared)
    if (kind === 'share') t.notMatch(of(name, 'umfrage-1')?.base.plus ?? [], [/_nv$/], name)
})

t.test('a share says truly whom it is a share of', async (t) => {
  const declared = await loadDerived()
  for (const one of declared) {
    const derived = deriveFrom(one, survey('umfrage-1')) ?? deriveFrom(one, survey('umfrage-4'))
    const [base, parts] = [derived?.base.plus ?? [], derived?.parts.plus ?? []]
    if (base.join() === 'im_plan') {
      t.notMatch(one.label, /Betreuten/, one.name)
      t.match(one.label, /Personen mit Integrationsplan/, one.name)
      t.match(derived?.baseLabel, /Personen mit Integrationsplan/, one.name)
    }
    if ([...base, ...parts].filter((name) => name.startsWith('zp_status_')).length >= 8)
      t.match(one.note, /Kontingentflüchtlinge können in zwei Posten stehen/, one.name)
  }
})

t.test('the share of parents with a place has both of its bounds', async (t) => {
  const declared = await loadDerived()
  const of = (name: string) => deriveFrom(declared.find((one) => one.name === name) as never, survey('umfrage-4'))
  const [low, high] = [of('im_kita_anteil'), of('im_kita_hoechst_anteil')]
  t.match(low?.note, /Untergrenze/)
  t.match(high?.note, /Obergrenze/)
  t.strictSame([high?.parts, high?.base], [low?.parts, low?.base], 'they differ in those of whom nothing is known')
  t.strictSame(high?.possible.plus, ['im_kita_unbekannt'])
})

const variable = (rest: object) => ({
  name: 'probe',
  label: 'Probe',
  kind: 'sum',
  parts: [{ variable: 'zp_gesamt' }],
  ...rest,
})
const share = (rest: object) =>
  variable({ kind: 'share', base: [{ question: 'zp_status' }], baseLabel: 'alle', ...rest })
const problemsOf = (...variables: object[]) =>
  derivedProblems({ title: 'Probe', variables }, surveys, new Map(), 'probe.json').map(
    ({ path, message }) => `${path}: ${message}`,
  )

t.test('what is wrong is named with its place and a sentence', async (t) => {
  t.strictSame(problemsOf(variable({}), share({ name: 'probe_2' })), [])
  const wrong: [object, RegExp][] = [
    [variable({ kind: 'mean' }), /^\/variables\/0\/kind: Erlaubt sind nur: share, sum, change\.$/],
    [variable({ label: undefined }), /^\/variables\/0: Die Angabe „label“ fehlt\.$/],
    [variable({ base: [{ question: 'zp_status' }] }), /^\/variables\/0\/base: Diese Angabe ist hier nicht vorgesehen/],
    [share({ baseLabel: undefined }), /Die Angabe „baseLabel“ fehlt/],
    [
      variable({ parts: [{ variabel: 'zp_gesamt' }] }),
      /^\/variables\/0\/parts\/0: Hier muss stehen: \{"variable": …\}/,
    ],
    [variable({ name: 'Zp' }), /^\/variables\/0\/name: Der Text muss dem Muster/],
    [variable({ name: 'zp_gesamt' }), /^\/variables\/0\/name: „zp_gesamt“ heißt schon eine Angabe in umfrage-1\.$/],
    [variable({ name: 'zp_fehlt' }), /„zp_fehlt“ heißt schon eine Spalte jeder Ausgabe/],
    [variable({ parts: [{ variable: 'zp_gesamd' }] }), /Die Angabe „zp_gesamd“ .* Meinen Sie „zp_gesamt“\?$/],
    [share({ possible: [{ variable: 'zp_gesamd' }] }), /^\/variables\/0\/possible\/0: Die Angabe „zp_gesamd“/],
    [variable({ possible: [{ variable: 'zp_gesamt' }] }), /^\/variables\/0\/possible: .*nicht vorgesehen/],
    [share({ base: [{ question: 'zp_statu' }] }), /^\/variables\/0\/base\/0: Die Frage „zp_statu“ .* „zp_status“\?$/],
    [variable({ kind: 'change' }), /muss etwas abgezogen werden/],
    [variable({ parts: [{ variable: 'zp_gesamt', minus: true }] }), /Es fehlt, wovon abgezogen wird/],
    [
      variable({ parts: [{ variable: 'zp_gesamt' }, { variable: 'im_gesamt', minus: true }] }),
      /Bei einer Summe wird nichts abgezogen/,
    ],
    [
      variable({ parts: [{ variable: 'zp_gesamt' }, { variable: 'vor_vzae' }] }),
      /^\/variables\/0: Kein Fragebogen fragt/,
    ],
    [variable({ parts: [{ variable: 'zg_alter' }] }), /Kein Fragebogen fragt nach allem/],
    [variable({ note: 'ohne Punkt' }), /^\/variables\/0\/note/],
  ]
  for (const [faulty, expected] of wrong) {
    const found = problemsOf(faulty)
    t.equal(found.length, 1, JSON.stringify(found))
    t.match(found[0], expected)
  }
  t.match(problemsOf(variable({}), variable({})), [
    /^\/variables\/1\/name: „probe“ ist schon in probe\.json festgelegt\.$/,
  ])
})

t.test('a file that is no JSON is named', async (t) => {
  const { problems } = checkDerived([{ file: 'kaputt.json', text: '{' }], surveys)
  t.match(problems, [{ file: 'kaputt.json', path: '/', message: /kein gültiges JSON/ }])
})
