import { readFileSync } from 'node:fs'
import t from 'tap'
import { idleMinutes, longestHours } from '../../../../server/domain/session-token.ts'
import { inventedOperator } from '../../../../server/operator/operator-of.ts'
import { setWaveState } from '../../../../server/store/waves.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { kiel, operatorFile } from '../../../support/operators.ts'
import { readPdf } from '../../../support/read-pdf.ts'

/** What can be read on a page, in one line. */
async function read({ app }: TestApp, url: string): Promise<string> {
  const { body, statusCode } = await app.inject(url)
  if (statusCode !== 200) return `${statusCode}`
  const [, main = ''] = body.match(/<main[^>]*>([\s\S]*)<\/main>/) ?? []
  return main
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const survey = '/erhebungen/umfrage-1'
const pages = ['/', '/impressum', '/datenschutz', '/barrierefreiheit', survey, `${survey}/vorbereitung`, '/hilfe']

/** Every text and number of a document, but its addresses of files. */
function leaves(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(leaves) : []
}

t.test('all that an operator says of itself can be read', async (t) => {
  const test = await testApp(t, {}, { STICHTAG_OPERATOR: operatorFile(kiel), PUBLIC_URL: 'http://umfrage.example.org' })
  const texts = (await Promise.all(pages.map((url) => read(test, url)))).join(' ')
  const codes = ['legalObligation', 'full', 'thirdParty', '2026-10-01']
  for (const said of leaves(kiel)) if (!codes.includes(said)) t.ok(texts.includes(said), said)
  for (const said of ['Buchstabe c DSGVO', 'vollständig mit der Norm', 'durch Dritte', '01.10.2026'])
    t.ok(texts.includes(said), said)
  t.match(await read(test, '/'), 'In der Adresszeile Ihres Browsers steht http://umfrage.example.org')
})

t.test('nothing of the Land of the example is left where another one operates', async (t) => {
  const test = await testApp(t, {}, { STICHTAG_OPERATOR: operatorFile(kiel) })
  for (const url of pages) {
    const { body } = await test.app.inject(url)
    t.notMatch(body, /Baden-W|Stuttgart|L-BGG|Landeszentrum Barrierefreiheit|Beispielinstitut|erfunden/i, url)
  }
  for (const name of [
    'layout',
    ...['start', 'survey', 'preparation', 'impressum', 'datenschutz', 'barrierefreiheit', 'hilfe'].map(
      (one) => `pages/${one}`,
    ),
  ])
    t.notMatch(readFileSync(`views/${name}.eta`, 'utf8'), /Baden|Württemberg|Stuttgart|L-BGG|LDSG/, name)
})

t.test('the operator of the demo world is said to be invented wherever it is named', async (t) => {
  const test = await testApp(t)
  for (const url of pages) t.match((await test.app.inject(url)).body, /erfunden, zum Ausprobieren/, url)
  t.equal((await test.app.inject('/erhebungen')).headers.location, '/', 'whoever shortens an address')
  t.match(await read(test, '/impressum'), /Erfundener Betreiber/)
  t.match(readFileSync(inventedOperator, 'utf8'), /"invented": true/)
})

t.test('what is not known is said so, and not left out', async (t) => {
  const test = await testApp(t, {}, { CONTACT_NAME: 'Frau Beispiel', CONTACT_PHONE: '0711 123' })
  t.match(
    await read(test, '/impressum'),
    /Anbieter noch nicht angegeben.*Vertreten durch noch nicht angegeben.*0711 123/,
  )
  t.match(await read(test, '/datenschutz'), /Datenschutzbeauftragter noch nicht angegeben/)
  t.match(await read(test, '/barrierefreiheit'), /Stand der Vereinbarkeit: noch nicht angegeben/)
  t.match(await read(test, '/'), /Wer fragt noch nicht angegeben/)
})

t.test('what follows from the ground, the state and the method', async (t) => {
  const of = (changes: object) => testApp(t, {}, { STICHTAG_OPERATOR: operatorFile({ ...kiel, ...changes }) })
  const consent = await of({
    privacy: { ...kiel.privacy, basis: 'consent', processors: [], thirdCountries: null },
    answering: { ...kiel.answering, mandatory: false },
    accessibility: {
      ...kiel.accessibility,
      state: 'none',
      exceptions: [
        { ground: 'disproportionate', what: 'Gebärden fehlen.', alternative: 'Anruf.' },
        { ground: 'notCompliant', what: 'Karten fehlen.' },
      ],
      notAssessed: ['die Karten'],
      reviewed: '2026-11-01',
    },
    waves: { 'umfrage-1': { effort: 'Nur eine halbe Stunde.', retention: 'ein Jahr', purpose: 'Eigener Zweck.' } },
  })
  const privacy = await read(consent, '/datenschutz')
  t.match(privacy, /Einwilligung können Sie jederzeit widerrufen/)
  t.match(privacy, /die Teilnahme ist freiwillig/)
  t.match(privacy, /Niemand außerhalb/)
  t.match(privacy, /in kein Land außerhalb/)
  t.match(privacy, /Umfrage zur Lage.*Zweck: Eigener Zweck\. Antworten: ein Jahr/)
  t.notMatch(privacy, /widersprechen/)
  const accessible = await read(consent, '/barrierefreiheit')
  t.match(accessible, /ist nicht mit der Norm/)
  t.match(
    accessible,
    /Unvereinbarkeit mit den Vorschriften Karten fehlen\. Unverhältnismäßige Belastung Gebärden fehlen\. Barrierefreie Alternative: Anruf\./,
  )
  t.match(accessible, /die Karten.*am/)
  t.match(accessible, /Zuletzt überprüft wurde sie am 01\.11\.2026/)
  const survey = await read(consent, '/erhebungen/umfrage-1')
  t.match(survey, /Wozu Eigener Zweck\..*Nur eine halbe Stunde/)
  const task = await of({ privacy: { ...kiel.privacy, basis: 'publicTask' } })
  t.match(await read(task, '/datenschutz'), /jederzeit widersprechen/)
})

t.test('the privacy notice tells how long a session lasts as it is, and who only reads gets no cookie', async (t) => {
  const { app } = await testApp(t)
  t.strictSame([idleMinutes, longestHours], [60, 12], 'as views/pages/datenschutz.eta says')
  for (const url of pages) t.equal((await app.inject(url)).headers['set-cookie'], undefined, url)
  t.match((await app.inject('/zugang')).headers['set-cookie'], /^stichtag=/, 'the page to log in sets it')
})

t.test('own Markdown stands in place of ours, and keeps its heading', async (t) => {
  const own = { impressum: 'i.md', datenschutz: 'd.md', barrierefreiheit: 'b.md' }
  const beside = { 'i.md': '## Eigenes I', 'd.md': '## Eigenes D', 'b.md': '## Eigenes B\n\n<i>x</i>' }
  const test = await testApp(t, {}, { STICHTAG_OPERATOR: operatorFile({ ...kiel, texts: own }, beside) })
  t.equal(await read(test, '/impressum'), 'Impressum Eigenes I Lizenzen der Software und der Schriften')
  t.equal(await read(test, '/datenschutz'), 'Datenschutz Eigenes D')
  t.equal(await read(test, '/barrierefreiheit'), 'Erklärung zur Barrierefreiheit Eigenes B &lt;i&gt;x&lt;/i&gt;')
})

t.test('the logo is served as it is, under an address that changes with it', async (t) => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'
  const file = operatorFile({ ...kiel, logo: { file: 'l.svg', alt: 'Siegel' } }, { 'l.svg': svg })
  const { app } = await testApp(t, {}, { STICHTAG_OPERATOR: file })
  const [, href = '', alt] =
    (await app.inject('/')).body.match(/<img class="masthead__logo" src="([^"]+)" alt="([^"]*)"/) ?? []
  t.equal(alt, 'Siegel')
  const logo = await app.inject(href)
  t.equal(logo.body, svg)
  t.match(logo.headers, { 'content-type': 'image/svg+xml', 'x-content-type-options': 'nosniff' })
})

t.test('anybody may read of a survey what is asked, once it has been opened, and afterwards', async (t) => {
  const test = await testApp(t)
  const { app, db } = test
  const page = await read(test, '/erhebungen/umfrage-1')
  t.match(page, /Umfrage zur Lage.*Stichtag 15\.12\.2018.*F5 Welchen rechtlichen Status/)
  t.match((await app.inject('/')).body, 'href="/erhebungen/umfrage-1"')
  const paper = await app.inject('/erhebungen/umfrage-1/fragebogen.pdf')
  t.match(paper.headers, { 'content-type': 'application/pdf' })
  t.match((await readPdf(paper.rawPayload)).text, /Welchen rechtlichen Status/)
  t.strictSame((await app.inject('/erhebungen/umfrage-1/fragebogen.pdf')).rawPayload, paper.rawPayload)
  await setWaveState(db, 'umfrage-1', 'closed')
  t.match(await read(test, '/erhebungen/umfrage-1'), /abgeschlossen/)
  t.match(await read(test, '/'), /Zurzeit läuft keine Erhebung.*Abgeschlossene Erhebungen/)
  await db.updateTable('wave').set({ state: 'created', opened_at: null, closed_at: null }).execute()
  t.equal(await read(test, '/erhebungen/umfrage-1'), '404', 'nobody is told of it before')
  await setWaveState(db, 'umfrage-1', 'closed')
  t.equal(await read(test, '/erhebungen/umfrage-1'), '404', 'nor of one that was given up before it was opened')
  t.equal(await read(test, '/erhebungen/gibt-es-nicht/fragebogen.pdf'), '404')
})
