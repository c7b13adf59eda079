import t from 'tap'
import { random } from '../../../../analysis/stats/random.ts'
import { number, tenths, whole } from '../../../../analysis/words.ts'
import { describeQuestion } from '../../../../server/evaluation/describe-question.ts'
import { loadSurveys } from '../../../../server/evaluation/surveys.ts'
import { Forms } from '../../../../server/forms/form.ts'
import { testApp } from '../../../support/app.ts'
import { defined } from '../../../support/defined.ts'
import { type Answers, addWave, correct, withRegistry } from '../../../support/panel-world.ts'
import { runCommand } from '../../../support/run-command.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
import { told } from '../../../support/told.ts'
import { scriptLinks } from '../../../support/visitor.ts'

t.test('what was answered to a question', async (t) => {
  const test = await testApp(t, { id: 'probe', participants: [] })
  const units = (await withRegistry(test)).slice(0, 240)
  const next = random(7)
  const totals = new Map<string, number>()
  await addWave(test, 'umfrage-1', units, (unit, place): Answers | undefined => {
    if (place % 8 === 7) return undefined
    const drawn = 10 + Math.floor(300 * next())
    totals.set(unit, place % 6 === 0 ? 12 : drawn)
    return place % 6 === 0 ? { zp_gesamt: 12, zp_status_nv: true } : { zp_gesamt: drawn, zp_status_duldung: place % 5 }
  })
  await addWave(test, 'umfrage-2', units, (_unit, place) => ({
    organisation: place < 2 ? 'sonstiges' : place % 2 === 0 ? 'kommune' : 'traeger',
    vor_wer_sozialarbeit_kommune: true,
    kriterium_qualifikation: ['gar_nicht', 'sehr'][place % 2] ?? '',
  }))
  const researcher = await signIn(test, await staffAccount(test, 'forschung'))
  const describe = async (wave: string, id: string, by = '', filters: { name: string; code: string }[] = []) => {
    const survey = (await loadSurveys(test.db, new Forms())).find((one) => one.wave === wave)
    const question = survey?.instrument.questions.get(id)
    if (survey === undefined || question === undefined) throw new Error(`${id} is missing`)
    return describeQuestion(test, { survey, question, by, filters })
  }

  t.test('every question has its page, and none fails', async (t) => {
    const { text } = await researcher.get('/intern/auswertung')
    const hrefs = [...text.matchAll(/href="(\/intern\/auswertung\/umfrage-[12]\/[^"]*)"/g)].map(([, href = '']) => href)
    t.ok(hrefs.length > 40)
    for (const href of hrefs) {
      const { status, words } = await researcher.get(href)
      t.equal(status, 200, href)
      t.match(words, /Arbeitsansicht, nicht zur Veröffentlichung/, href)
    }
    t.equal((await researcher.get('/intern/auswertung/umfrage-1/gibt_es_nicht')).status, 404)
    t.equal((await researcher.get('/intern/auswertung/umfrage-9/zp_gesamt')).status, 404)
  })

  t.test('the command says the same as a hand calculation, with weights and by group', async (t) => {
    const run = (values: Record<string, string> = {}, id = 'zp_gesamt') =>
      runCommand('wave describe', { positionals: ['umfrage-1', id], values }, test.url)
    const given = units.flatMap((unit) => totals.get(unit) ?? [])
    const mean = given.reduce((sum, one) => sum + one, 0) / given.length
    t.match(await run(), new RegExp(`\\b${tenths(mean)}\\b`))
    const { variables } = JSON.parse(await run({ by: 'groesse', weights: 'rake', format: 'json' }))
    const [{ total, groups }] = variables
    t.ok(Math.abs(total.result.level.mean - mean) < 1e-9)
    t.ok(groups.length > 1)
    const [weighted] = total.result.estimates.weighted
    t.ok(weighted.interval[0] < weighted.value && weighted.value < weighted.interval[1])
    await t.rejects(run({ weights: 'x' }), /x/)
    await t.rejects(run({ format: 'xml' }), /xml/)
    await t.rejects(run({}, 'nichts'), /nichts/)
  })

  t.test('a number: distribution, size classes and figures of the panel', async (t) => {
    const { words, text } = await researcher.get('/intern/auswertung/umfrage-1/zp_gesamt')
    const { described } = await describe('umfrage-1', 'zp_gesamt', 'groesse')
    const [one] = described
    if (one?.total.result?.kind !== 'number') return t.fail('a number')
    const { level } = one.total.result
    t.equal(level.n, 210)
    if (!('sum' in level.total)) return t.fail('a sum')
    t.match(
      words,
      `${whole(level.n)} ${number(level.total.sum)} ${tenths(defined(level.mean))} ${tenths(defined(level.sd))}`,
    )
    for (const { label, result } of one.groups)
      if (result?.kind === 'number') t.match(words, `${label} ${whole(result.level.n)} `)
    t.match(text, 'aria-labelledby="verteilung-titel ')
    t.match(text, 'aria-labelledby="gruppen-titel ')
    t.notMatch((await researcher.get('/intern/auswertung/umfrage-1/zp_gesamt?nach=keine')).text, 'gruppen-titel')
    t.match(words, /So entstand diese Zahl .*SHA-256 [0-9a-f]{64}/)
    t.notMatch(words, /Bootstrap mit/, 'none is drawn here')
  })

  t.test('why something is missing is told apart', async (t) => {
    const { words } = await researcher.get('/intern/auswertung/umfrage-1/zp_status')
    const { described } = await describe('umfrage-1', 'zp_status')
    const duldung = described.find(({ variable }) => variable.name === 'zp_status_duldung')
    const { leer = 0, nicht_vorhanden: flagged = 0, keine_teilnahme: none = 0 } = duldung?.total.missing ?? {}
    t.strictSame([leer, none], [0, 30])
    t.ok(told(flagged) > 20)
    t.match(words, new RegExp(`Duldung[^0-9]*240 ${210 - told(flagged)} `))
    t.match(words, 'Keine Antwort in dieser Welle')
  })

  t.test('answers of fewer than three are not shown, nor what would give them away', async (t) => {
    const { words } = await researcher.get('/intern/auswertung/umfrage-2/organisation')
    t.match(words, /Sonstiges verdeckt verdeckt verdeckt/)
    t.notMatch(words, /Sonstiges 2 /)
    const one = await researcher.get('/intern/auswertung/umfrage-1/zp_gesamt?kreis=111')
    t.match(one.words, /Weniger als 3 Kommunen: nicht gezeigt/)
    t.notMatch(one.text, 'class="chart"')
    const byKreis = await researcher.get('/intern/auswertung/umfrage-1/zp_gesamt?nach=kreis')
    t.notMatch(byKreis.words, /Stadtkreis Stuttgart [0-9]/)
  })

  t.test('filters stand in the address, and what cannot be done is said', async (t) => {
    const { words, text } = await researcher.get('/intern/auswertung/umfrage-1/zp_gesamt?regierungsbezirk=1&nach=kreis')
    const filters = [{ name: 'regierungsbezirk', code: '1' }]
    const { described, provenance } = await describe('umfrage-1', 'zp_gesamt', 'kreis', filters)
    t.match(words, `Filter regierungsbezirk=1; ${whole(provenance.units)} Kommunen`)
    t.match(words, `Anzahl Zielpersonen in Kommune ${whole(told(described[0]?.total.n))} `)
    t.match(text, '<option value="1" selected>')
    const unknown = await researcher.get('/intern/auswertung/umfrage-1/zp_gesamt?kreis=999')
    t.equal(unknown.status, 400)
    t.match(unknown.words, /Den Filter „kreis=999“ erfüllt niemand/)
    t.equal((await researcher.get('/intern/auswertung/umfrage-1/zp_gesamt?nach=unsinn')).status, 400)
  })

  t.test('weights and population are chosen in the address, and said beside the figures', async (t) => {
    const zp = '/intern/auswertung/umfrage-1/zp_gesamt'
    const plain = await researcher.get(zp)
    t.match(plain.words, /Mittelwert [\d,]+ \(95-%-Intervall [\d,]+ bis [\d,]+ für die 240 befragten Kommunen\)\./)
    t.match(plain.words, 'Grundgesamtheit Intervalle und Tests sprechen über die 240 befragten Kommunen')
    const raked = await researcher.get(`${zp}?gewicht=rake&nach=groesse`)
    t.match(raked.words, /; gewichtet [\d,]+ \(95-%-Intervall [\d,]+ bis [\d,]+ für die 240 befragten Kommunen\)\./)
    t.match(raked.words, /210, die geantwortet haben, stehen für 240 befragte\./)
    t.match(raked.words, /Was die Gewichtung ändert: [\d,]+ statt [\d,]+\. Das liegt im Intervall ohne Gewichte\./)
    t.notMatch(plain.words, 'Was die Gewichtung ändert')
    t.match(raked.text, 'value="rake" selected')
    const likely = await researcher.get(`${zp}?gewicht=ipw`)
    t.match(likely.words, /; gewichtet [\d,]+ \(95-%-Intervall [\d,]+ bis [\d,]+ für einen Prozess dahinter\)\./)
    t.match(likely.words, 'gibt es keine Korrektur für die Zahl der Befragten')
    const item = '/intern/auswertung/umfrage-1/zp_status?gewicht=angabe'
    const several = await researcher.get(item)
    t.equal(several.status, 400)
    t.match(several.words, /hängt an einer einzelnen Angabe: Bitte wählen Sie eine aus \(zp_status_/)
    const one = await researcher.get(`${item}&variable=zp_status_duldung`)
    t.equal(one.status, 200)
    t.match(one.words, /die eine Angabe haben, stehen für 240 befragte/)
    const steps = await researcher.get(`${zp}?gewicht=stufen`)
    t.match(steps.words, 'Die Gewichtung „stufen“ braucht zwei Wellen; für eine Welle gibt es „angabe“.')
  })

  t.test('scripts that compute the figures again lie beside them', async (t) => {
    const page = await researcher.get('/intern/auswertung/umfrage-1/zp_gesamt?regierungsbezirk=1&nach=kreis')
    const hrefs = scriptLinks(page)
    t.equal(hrefs.length, 2)
    for (const href of hrefs) {
      t.match(href, /stand=\d+/)
      const script = await researcher.get(href)
      t.equal(script.status, 200)
      t.match(script.headers['content-disposition'], /umfrage-1-zp_gesamt\.(R|do)"/)
      t.match(script.text, /Filter: regierungsbezirk=1\. Gruppen: Kreis/)
      t.match(script.text, /npx stichtag export umfrage-1 --format csv --stand \d+/)
      t.match(script.text, /umfrage-1\.csv/)
    }
    const few = '/intern/auswertung/umfrage-1/zp_gesamt'
    t.notMatch((await researcher.get(`${few}?kreis=111`)).text, '/skript/')
    for (const wrong of ['R?kreis=111', 'R?kreis=999', 'R?nach=unsinn', 'R?stand=x', 'py'])
      t.equal((await researcher.get(`${few}/skript/${wrong}`)).status, 404, wrong)
    for (const unknown of ['umfrage-1/gibt_es_nicht', 'umfrage-9/zp_gesamt'])
      t.equal((await researcher.get(`/intern/auswertung/${unknown}/skript/R`)).status, 404, unknown)
  })

  t.test('an address with its state of the data yields the same figures later', async (t) => {
    const page = '/intern/auswertung/umfrage-1/zp_gesamt'
    const before = await researcher.get(page)
    const href =
      /href="(\/intern\/auswertung\/umfrage-1\/zp_gesamt\?[^"]*stand=\d+)"/
        .exec(before.text)?.[1]
        ?.replaceAll('&amp;', '&') ?? ''
    const sum = /Anzahl Zielpersonen in Kommune \d{3} [\d.]{5,}/
    await correct(test, 'umfrage-1', units[0] ?? '', { zp_gesamt: 90_000 })
    t.not(sum.exec((await researcher.get(page)).words)?.[0], sum.exec(before.words)?.[0])
    t.equal(sum.exec((await researcher.get(href)).words)?.[0], sum.exec(before.words)?.[0])
  })

  t.test('who is missing: rates, tests, logit and weights', async (t) => {
    const { status, words, text } = await researcher.get('/intern/ausfall?von=umfrage-1&bis=umfrage-2')
    t.equal(status, 200)
    t.match(
      words,
      /Antwort in der 1\. Welle, 15\.12\.2018 87,5 % 210 von 240; Bezug: alle in der 1\. Welle, 15\.12\.2018 Befragten/,
    )
    t.match(words, /keine von beiden 0 /)
    t.match(words, /Nach: Größe der Kommune .*χ²/)
    t.match(words, /Logit/)
    t.match(words, /Designeffekt \(Kish\)/)
    t.match(text, 'aria-labelledby="ruecklauf-groesse-titel ')
    t.notMatch(words, /Stadtkreis Stuttgart [0-9]/)
    const hrefs = [...text.matchAll(/href="(\/intern\/ausfall\/skript\/[^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    )
    t.equal(hrefs.length, 2)
    for (const href of hrefs) {
      t.match(href, /von=umfrage-1&bis=umfrage-2&werte=korrigiert&stand=\d+$/)
      const script = await researcher.get(href)
      t.equal(script.status, 200)
      t.match(script.headers['content-disposition'], /"ausfall-umfrage-1-umfrage-2\.(R|do)"/)
      t.match(script.text, /stichtag export umfrage-2 --format csv --stand \d+/)
    }
    t.equal((await researcher.get('/intern/ausfall/skript/R?von=umfrage-1&bis=umfrage-9')).status, 404)
    t.equal((await researcher.get('/intern/ausfall/skript/exe?von=umfrage-1&bis=umfrage-2')).status, 404)
    const wrong = await researcher.get('/intern/ausfall?von=umfrage-1&bis=umfrage-9')
    t.equal(wrong.status, 400)
    t.match(wrong.words, /Die Welle „umfrage-9“ gibt es nicht/)
  })
})
