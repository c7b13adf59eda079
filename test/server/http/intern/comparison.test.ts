import t from 'tap'
import { signedWithDecimals, withDecimals } from '../../../../analysis/decimals.ts'
import { random } from '../../../../analysis/stats/random.ts'
import { number, signed } from '../../../../analysis/words.ts'
import { loadSeries } from '../../../../server/demo/load-series.ts'
import { comparePanel } from '../../../../server/evaluation/compare-panel.ts'
import { Forms } from '../../../../server/forms/form.ts'
import { listLogEntries } from '../../../../server/store/log-entries.ts'
import { sha256 } from '../../../../surveys/definition/canonical.ts'
import { testApp } from '../../../support/app.ts'
import { defined } from '../../../support/defined.ts'
import { addWave, correct, withRegistry } from '../../../support/panel-world.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
import { scriptLinks } from '../../../support/visitor.ts'

const address = '/intern/vergleich?von=umfrage-1&bis=umfrage-4'

t.test('comparison of two waves', async (t) => {
  const test = await testApp(t, { id: 'probe', participants: [] })
  const units = (await withRegistry(test)).slice(0, 250)
  const next = random(5)
  const first = units.map(() => 20 + Math.floor(400 * next()))
  await addWave(test, 'umfrage-1', units, (_unit, place) =>
    place % 9 === 8 ? undefined : { zp_gesamt: first[place] ?? 0, zg_gruppe_duldung: true },
  )
  await addWave(test, 'umfrage-4', units, (_unit, place) =>
    place % 7 === 6 ? undefined : { zp_gesamt: Math.round((first[place] ?? 0) * (0.8 + 0.3 * next())) },
  )
  const researcher = await signIn(test, await staffAccount(test, 'forschung'))
  const panel = (request: object) =>
    comparePanel(test, new Forms(), { waves: ['umfrage-1', 'umfrage-4'], variables: ['zp_gesamt'], ...request })

  t.test('the overview says what can be compared and how far', async (t) => {
    const { words, text, status } = await researcher.get('/intern/vergleich?von=umfrage-1&bis=umfrage-4')
    t.equal(status, 200)
    t.match(words, /F5 → F8 .*gleich gefragt/)
    t.match(words, /F13 → F16 .*2018 nennt die Frage ausdrücklich .*andere Bezugsgruppe/)
    t.match(words, /nur später gefragt/)
    t.match(words, /nur früher gefragt/)
    t.match(text, 'href="/intern/vergleich?von=umfrage-1&amp;bis=umfrage-4&amp;variable=zp_duldung_anteil"')
    const links = [...text.matchAll(/href="(\/intern\/vergleich\?[^"]*variable=[^"]*)"/g)]
    for (const [, href = ''] of links.slice(0, 4))
      t.equal((await researcher.get(href.replaceAll('&amp;', '&'))).status, 200, href)
    t.match((await researcher.get('/intern/vergleich')).words, /F5 → F8/, 'the first pair is offered unasked')
  })

  t.test('figures are those of the panel', async (t) => {
    const { words, text } = await researcher.get(`${address}&variable=zp_gesamt&nach=groesse`)
    const { compared } = await panel({ by: 'groesse' })
    const step = compared.variables[0]?.steps[0]
    if (step?.total.result?.kind !== 'number') return t.fail('a number')
    const { change, pairs } = step.total.result
    t.match(words, `Mittlere Veränderung ${signed(defined(change).change)}`)
    t.match(words, `Paare ${pairs.n} von 250 Kommunen`)
    if (!('sum' in pairs.before.total) || !('sum' in pairs.after.total)) return t.fail('sums')
    t.match(words, `Aus ${number(pairs.before.total.sum)} wurden ${number(pairs.after.total.sum)}`)
    t.ok(step.groups.length > 3)
    for (const { label, size, result } of step.groups) {
      if (result?.kind !== 'number') continue
      const { before, after, change: moved } = defined(result.change)
      t.match(
        words,
        `${label} ${size.pairs} ${withDecimals(before, 1)} ${withDecimals(after, 1)} ${signedWithDecimals(moved, 1)}`,
      )
    }
    for (const id of ['gruppen', 'gruppen-niveau', 'verteilung', 'karte'])
      t.match(text, `aria-labelledby="${id}-titel `)
    t.match(words, /So entstand diese Zahl .*SHA-256 [0-9a-f]{64}/)
    t.match(words, /Keine Antwort in dieser Welle 27 35/)
  })

  t.test('filters, groups and weights stand in the address and are chosen again', async (t) => {
    const { words, text } = await researcher.get(`${address}&variable=zp_gesamt&regierungsbezirk=1&gewicht=einwohner`)
    t.match(text, '<option value="1" selected>Stuttgart</option>')
    t.match(text, '<option value="einwohner" selected>')
    t.match(text, 'name="variable" value="zp_gesamt"')
    t.match(words, /Filter regierungsbezirk=1;/)
    const { compared } = await panel({ filters: ['regierungsbezirk=1'], weights: 'einwohner' })
    const result = compared.variables[0]?.steps[0]?.total.result
    if (result?.kind !== 'number' || result.weighted === undefined) return t.fail('a weighted number')
    t.match(words, `Mittlere Veränderung, gewichtet ${signed(defined(result.weighted).change)}`)
    t.match(
      text,
      `href="${address.replace('&', '&amp;')}&amp;variable=zp_gesamt&amp;gewicht=einwohner"`,
      'without the filter',
    )
  })

  t.test('beside an interval stands what it speaks of, and an address can ask for something else', async (t) => {
    const { words, text } = await researcher.get(`${address}&variable=zp_gesamt&nach=groesse`)
    t.match(words, /Intervall \S+ bis \S+ für die 250 befragten Kommunen, p /)
    t.match(words, /Genauigkeit Intervalle und Tests sprechen von den 250 Kommunen, .* Summe, Veränderung in Prozent/)
    t.match(words, /Ob sich die \d Gruppen voneinander unterscheiden: F\(/)
    t.match(words, /Grundgesamtheit Intervalle und Tests sprechen über die 250 befragten Kommunen/)
    t.match(text, '<option value="befragte" selected>')
    t.match(text, /href="[^"]*grundgesamtheit=befragte[^"]*">Diese Auswertung/, 'whatever will be taken later')
    const wide = await researcher.get(`${address}&variable=zp_gesamt&grundgesamtheit=prozess-kreis`)
    t.match(wide.words, /für einen Prozess dahinter, Kreise für sich/)
    t.match(wide.text, '<option value="prozess-kreis" selected>')
    t.match(wide.text, /skript\/R[^"]*grundgesamtheit=prozess-kreis/)
    t.match((await panel({})).compared.population, { kind: 'asked', units: 250 })
    const raked = await researcher.get(`${address}&variable=zp_gesamt&gewicht=ipw`)
    t.match(raked.words, /gewichtet \S+ 95-%-Intervall \S+ bis \S+ für einen Prozess dahinter/)
    t.match(raked.words, /Mit inverser Teilnahmewahrscheinlichkeit gibt es keine Korrektur/)
  })

  t.test('nothing tells of fewer than three Kommunen', async (t) => {
    const { words, text } = await researcher.get(`${address}&variable=zp_gesamt&kreis=111`)
    t.match(words, /Weniger als 3 Kommunen: nicht gezeigt/)
    t.notMatch(words, /Mittlere Veränderung/)
    t.notMatch(text, 'class="chart"')
    const byKreis = await researcher.get(`${address}&variable=zp_gesamt&nach=kreis`)
    t.notMatch(byKreis.words, /Stadtkreis Stuttgart [0-9]/)
    t.match(byKreis.words, /Zusammengefasst, damit .*: .*Stadtkreis Stuttgart/)
    const flagged = await researcher.get(`${address}&variable=zg_gruppe_duldung`)
    t.equal(flagged.status, 200)
  })

  t.test('an address with its state of the data yields the same figures later', async (t) => {
    const before = await researcher.get(`${address}&variable=zp_gesamt`)
    const href = /href="(\/intern\/vergleich\?[^"]*stand=\d+)"/.exec(before.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const change = /Mittlere Veränderung \S+/
    await correct(test, 'umfrage-4', units[0] ?? '', { zp_gesamt: 90_000 })
    const now = await researcher.get(`${address}&variable=zp_gesamt`)
    t.not(change.exec(now.words)?.[0], change.exec(before.words)?.[0])
    t.equal(change.exec((await researcher.get(href)).words)?.[0], change.exec(before.words)?.[0])
  })

  t.test('a value that turns the result is the first thing one reads, named to whoever may look at it', async (t) => {
    const { words, text } = await researcher.get(`${address}&variable=zp_gesamt`)
    const name = /Eine einzige Angabe bestimmt das Ergebnis: (.*?) \(von [\d.]+ auf 90\.000\)\. Ohne sie /.exec(
      words,
    )?.[1]
    t.ok(name)
    t.ok(words.indexOf('Eine einzige Angabe') < words.indexOf('gleich gefragt'))
    t.match(words, `Einzelne Kommunen Welche 5 Kommunen`)
    t.match(text, `1. ${name}`)
    const [noted] = await listLogEntries(test.db, { actions: ['numbers_screened'], limit: 1 })
    t.match(noted, { who: 'forschung', wave: 'umfrage-4', detail: { rows: Number } })
    const evaluator = await signIn(test, await staffAccount(test, 'evaluation'))
    const other = await evaluator.get(`${address}&variable=zp_gesamt`)
    t.match(other.words, /Mittelwert und Ränge sagen Verschiedenes|Das Ergebnis hängt an wenigen Kommunen/)
    t.notMatch(other.words, /90\.000|Eine einzige Angabe/)
    t.match(other.words, /Genannt ist nur, wessen einzelne Antworten Sie ansehen dürfen: 0 von 5/)
    const [kept] = await listLogEntries(test.db, { actions: ['numbers_screened'], limit: 1 })
    t.equal(kept?.who, 'forschung', 'who saw none is not noted')
    const [href = ''] = scriptLinks(other)
    const [own = ''] = scriptLinks({ ...other, text })
    const verdeckt = /insgesamt ohne_1_veraenderung/
    t.match((await evaluator.get(href)).text, verdeckt)
    t.notMatch((await researcher.get(own)).text, verdeckt)
  })

  t.test('answers that checks speak against are listed for whoever may look at them', async (t) => {
    const unit = units[1] ?? ''
    // More women than persons.
    await correct(test, 'umfrage-1', unit, { zp_gesamt: 100, zp_geschlecht_frauen: 120, zp_geschlecht_maenner: 50 })
    const check = 'zp_geschlecht_hoechstens_gesamt'
    const { words } = await researcher.get(`${address}&variable=zp_gesamt`)
    const [, section = ''] = /Auffällige Angaben (.*)/.exec(words) ?? []
    t.match(section, new RegExp(`100 offener Hinweis [^.]*?${check}`))
    const { words: others } = await researcher.get(`${address}&variable=im_gesamt`)
    t.notMatch(others, check, 'the check looks at none of these')
    const evaluator = await signIn(test, await staffAccount(test, 'evaluation', 'e.zwei'))
    t.notMatch((await evaluator.get(`${address}&variable=zp_gesamt`)).words, /Auffällige Angaben/)
  })

  t.test('scripts that compute the figures again lie beside them', async (t) => {
    const page = await researcher.get(`${address}&variable=zp_gesamt&nach=groesse`)
    const hrefs = scriptLinks(page)
    t.equal(hrefs.length, 2)
    for (const href of hrefs) {
      const script = await researcher.get(href)
      t.equal(script.status, 200)
      t.match(script.headers['content-disposition'], /zp_gesamt-umfrage-1-umfrage-4\.(R|do)"/)
      t.match(script.text, /zp_gesamt/)
      t.match(script.text, /umfrage-4\.csv/)
      const [noted] = await listLogEntries(test.db, { actions: ['download'], limit: 1 })
      t.match(noted, {
        who: 'forschung',
        detail: { file: /^zp_gesamt-/, filter: 'keiner; Gruppen: Größe der Kommune', sha256: sha256(script.text) },
      })
    }
    t.match((await researcher.get('/intern/exporte')).words, /Download: zp_gesamt-umfrage-1-umfrage-4\.do .*SHA-256/)
    t.equal((await researcher.get(`/intern/vergleich/skript/R?von=umfrage-1&bis=umfrage-4&variable=x`)).status, 404)
    t.match(page.text, /action="\/intern\/exporte".*name="erhebung" value="umfrage-4"/s)
  })

  t.test('what cannot be done is said, and nothing fails', async (t) => {
    const wrong = {
      [`${address}&variable=zp_gesamt&grundgesamtheit=alle`]:
        /Die Grundgesamtheit „alle“ gibt es nicht\. Möglich sind: befragte, prozess, prozess-verbund, prozess-kreis\./,
      [`${address}&variable=zp_gesamd`]: /Die Variable „zp_gesamd“ gibt es .* Meinen Sie „zp_gesamt“/,
      '/intern/vergleich?von=umfrage-1&bis=umfrage-9': /Die Welle „umfrage-9“ gibt es nicht/,
      '/intern/vergleich?von=umfrage-1&bis=umfrage-1': /zweimal genannt/,
      [`${address}&variable=zp_gesamt&nach=unsinn`]: /Nach „unsinn“ lässt sich nicht gruppieren/,
      [`${address}&variable=zp_gesamt&kreis=999`]: /Den Filter „kreis=999“ erfüllt niemand/,
      [`${address}&variable=zp_gesamt&stand=x`]: /Der Datenstand „x“ ist keine ganze Zahl/,
      [`${address}&variable=zp_gesamt&stand=-1`]: /Der Datenstand „-1“ ist keine ganze Zahl/,
      [`${address}&variable=zp_gesamt&stand=99999999`]:
        /Den Datenstand 99999999 gibt es noch nicht, der neueste ist \d+/,
      [`${address}&stand=99999999`]: /Den Datenstand 99999999 gibt es noch nicht/,
      '/intern/ausfall?von=umfrage-1&bis=umfrage-4&stand=99999999': /Den Datenstand 99999999 gibt es noch nicht/,
      '/intern/ausfall?von=umfrage-1&bis=umfrage-4&grundgesamtheit=prozess':
        /„grundgesamtheit“ gehört in die Adresse eines Vergleichs\..* Bitte lassen Sie „grundgesamtheit“ weg\./,
      '/intern/ausfall?kreis=117': /„kreis“ gehört in die Adresse eines Vergleichs/,
      '/intern/auswertung/umfrage-1/zp_gesamt?stand=99999999': /Den Datenstand 99999999 gibt es noch nicht/,
      [`${address}&variable=zp_gesamt&gewicht=x`]: /„x“/,
      '/intern/vergleich?von=umfrage-4': /Welle/,
    }
    for (const [url, sentence] of Object.entries(wrong)) {
      const { status, words } = await researcher.get(url)
      t.equal(status, 400, url)
      t.match(words, sentence, url)
    }
    const { text: nobody } = await researcher.get(`${address}&variable=zp_gesamt&kreis=999`)
    t.match(nobody, '<option value="117">Landkreis Göppingen</option>', 'who is met by no filter can choose another')
    const hostile = await researcher.get(`${address}&variable=${encodeURIComponent('<script>x</script>')}`)
    t.notMatch(hostile.text, '<script>x')
    const twice = await researcher.get(`${address}&variable=a&variable=b`)
    t.equal(twice.status, 400)
    t.match(twice.words, /„variable“ steht mehrmals in der Adresse/)
  })

  t.test('administrative figures are offered once there are any', async (t) => {
    const official = async () => /Amtliche Angaben .*/.exec((await researcher.get(address)).words)?.[0] ?? ''
    t.equal(await official(), '')
    await loadSeries(test)
    const offered = await official()
    t.match(offered, /Einwohnerzahl/)
    t.notMatch(offered, /Beginn|Startmonat/, 'what was recorded once has not changed')
    const { words } = await researcher.get(`${address}&variable=einwohner`)
    t.match(words, /Aus [\d.]+ wurden [\d.]+/)
    t.match(
      words,
      /Amtliche Zahlen einwohner: Einwohnerzahl, 31\.12\.2018; Import 1 einwohner: .*31\.12\.2019; Import 1/,
    )
    t.notMatch((await researcher.get(`${address}&stand=1`)).words, /Amtliche Angaben/, 'before they were imported')
    await addWave(test, 'umfrage-2', units, () => ({ organisation: 'kommune' }))
    const without = await researcher.get('/intern/vergleich?von=umfrage-2&bis=umfrage-4')
    t.notMatch(without.words, /Amtliche Angaben/, 'beside a wave without Stichtag')
  })
})
