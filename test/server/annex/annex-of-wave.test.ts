import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { addCodebook, assignCodebook, listCodebooks } from '../../../server/store/texts/codebooks.ts'
import { addCoding, settle } from '../../../server/store/texts/codings.ts'
import { listTexts } from '../../../server/store/texts/list-texts.ts'
import { noteTexts } from '../../../server/store/texts/note-texts.ts'
import { endReleases, prepareRelease, releaseText } from '../../../server/store/texts/releases.ts'
import { createWave, setWaveState } from '../../../server/store/waves.ts'
import { blank } from '../../../server/texts/read-categories.ts'
import { testApp } from '../../support/app.ts'
import { newWave, published } from '../../support/published.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { runCommand } from '../../support/run-command.ts'
import { signIn, staffAccount } from '../../support/staff.ts'
import { write } from '../../support/written-texts.ts'

const field = 'zp_gesamt_kom'
const href = '/intern/erhebungen/welle/texte/anhang'
const gemeinde = {
  kreis: '117',
  population: 8_000,
  population_date: '2024-12-31',
  valid_from: '2000-01-01',
  valid_to: null,
}
const plan = {
  survey: 'umfrage-1',
  title: 'Anhang von Hand',
  chosen: 'Ausgewählt von Hand.',
  chapters: [
    {
      title: 'Zahl der Personen',
      questions: ['zp_gesamt'],
      groups: [
        { title: 'Mit Zahl', if: [{ answered: 'zp_gesamt' }] },
        { title: 'Ohne Zahl', if: [{ blank: 'zp_gesamt' }] },
      ],
    },
  ],
}

t.test('what was coded, settled and released of a wave, as a page and as files', async (t) => {
  const test = await testApp(t)
  const { db } = test
  const units = Array.from({ length: 14 }, (_none, place) => String(117_101 + place))
  await db
    .insertInto('gemeinde')
    .values(units.map((gkz) => ({ ...gemeinde, gkz, name: `Ort ${gkz}` })))
    .execute()
  const created = await createWave(db, { ...newWave(await published('umfrage-1'), units), id: 'welle' })
  await setWaveState(db, 'welle', 'open')
  const participants = new Map(created.map(({ id, unit }) => [unit, id]))
  for (const [place, unit] of units.entries())
    await write(
      { db, participants },
      unit,
      { [field]: `Bemerkung ${place}.` },
      place < 8 ? { zp_gesamt: 10 + place } : {},
    )
  const office = await staffAccount(test, 'feldbuero', 'f.eins')
  const other = await staffAccount(test, 'forschung', 'f.zwei')
  await noteTexts(db, 'welle', [field])
  const { texts } = await listTexts(db, { wave: 'welle', account: undefined, asOf: null }, {}, {})
  const idOf = (place: number) => texts.find(({ text }) => text === `Bemerkung ${place}.`)?.id ?? 0
  // With a number: 0 to 3 of sources, 4 to 7 of gaps, of which 4 is settled. Without: 8 to 10 sources, 11 to 13 of none.
  await db.transaction().execute(async (trx) => {
    const categories = [blank('quelle', 'Quellen', null), blank('luecke', 'Lücken', null)]
    const by = office.id
    const codebook = await addCodebook(trx, { wave: 'welle', title: 'Zahlen', categories, by })
    await assignCodebook(trx, { wave: 'welle', field, codebook, by })
    const version = (await listCodebooks(trx, 'welle'))[0]?.versionId ?? 0
    const code = (place: number, category: string, coder: number) =>
      addCoding(trx, { text: idOf(place), version, marks: category === '' ? [] : [{ category }], by: coder })
    for (let place = 0; place < 14; place += 1)
      await code(place, place < 5 || (place > 7 && place < 11) ? 'quelle' : place < 8 ? 'luecke' : '', by)
    await code(4, 'luecke', other.id)
    await code(5, 'luecke', other.id)
    await settle(trx, { text: idOf(4), category: 'quelle', holds: false, why: 'nein', by })
    await settle(trx, { text: idOf(4), category: 'luecke', holds: true, why: 'ja', by })
    for (const place of [0, 4, 9, 12]) {
      const id = await prepareRelease(trx, {
        text: idOf(place),
        wording: `Wortlaut ${place} aus [Name].`,
        by: other.id,
      })
      if (place !== 9) await releaseText(trx, { id, by })
    }
  })
  const visitor = await signIn(test, office)
  const offered = await visitor.get(href)
  t.equal(offered.status, 200)
  t.match(offered.words, /„Wortlaut 0 aus \[Name\]\.“/, 'also without a plan')

  const page = await visitor.post(href, { plan: JSON.stringify(plan), als: 'seite' })
  t.equal(page.status, 200)
  t.match(page.words, /A\) Mit Zahl 8 Texte von 8 Kommunen Quellen 4 Texte von 4 Kommunen „Wortlaut 0/)
  t.match(page.words, /Lücken 4 Texte von 4 Kommunen „Wortlaut 4/, 'as it was settled')
  t.match(page.words, /B\) Ohne Zahl 6 Texte von 6 Kommunen/)
  t.notMatch(page.words, /Wortlaut (?:9|12)/, 'neither what waits nor what has no category')
  t.match(
    page.words,
    /unabhängig voneinander\. 2 Texte wurden von beiden kodiert\. Sie stimmen in 50,0 % der Fälle überein/,
  )
  t.notMatch(page.words, /noch niemand kodiert|noch nicht entschieden/)

  for (const [als, type] of [
    ['pdf', /application\/pdf/],
    ['html', /text\/html/],
    ['csv', /text\/csv/],
    ['zahlen', /text\/csv/],
  ] as const) {
    const file = await visitor.post(href, { plan: JSON.stringify(plan), als })
    t.match(String(file.headers['content-type']), type)
    t.match(String(file.headers['content-disposition']), /welle-anhang/)
  }
  const wrong = await visitor.post(href, { plan: '{ "title": "Nur das" }', als: 'pdf' })
  t.equal(wrong.status, 422)
  t.match(wrong.text, /Nur das/, 'what was typed stays')
  t.match(wrong.words, /Aus diesem Plan wird kein Anhang/)

  const kept = `${href}/gemerkt`
  const words = { plan: JSON.stringify(plan), titel: 'Anhang 5', aktion: 'merken' }
  t.match((await visitor.post(kept, { ...words, titel: ' ' })).words, /Bitte geben Sie dem Plan einen Namen/)
  t.match(
    (await visitor.post(kept, { ...words, plan: '{}' })).text,
    /value="Anhang 5"/,
    'the name that was typed stays',
  )
  const { location } = await visitor.post(kept, words)
  const gemerkt = /plan=(\d+)/.exec(location)?.[1] ?? ''
  const colleague = await signIn(test, await staffAccount(test, 'feldbuero', 'f.vier'))
  t.match((await colleague.get(href)).words, /Gemerkte Pläne Anhang 5 von f\.eins/)
  const found = await colleague.get(`${href}?plan=${gemerkt}`)
  t.match(found.words, /Anhang von Hand/)
  t.notMatch(found.words, /Gemerkten Plan löschen/)
  for (const aktion of ['aendern', 'loeschen'])
    t.equal((await colleague.post(kept, { ...words, gemerkt, aktion })).status, 404, 'not of somebody else')
  t.equal((await visitor.post(kept, { ...words, titel: 'Anhang 6', gemerkt, aktion: 'aendern' })).status, 303)
  t.match((await visitor.get(`${href}?plan=${gemerkt}`)).text, /value="Anhang 6"/)
  t.equal((await visitor.post(kept, { ...words, gemerkt, aktion: 'loeschen' })).status, 303)
  t.equal((await colleague.get(`${href}?plan=${gemerkt}`)).status, 404)
  const history = await db.selectFrom('audit').select(['action', 'detail']).where('action', 'like', 'plan_%').execute()
  t.match(
    history,
    ['saved', 'changed', 'deleted'].map((done) => ({ action: `plan_${done}`, detail: { plan: Number(gemerkt) } })),
  )
  t.notMatch(JSON.stringify(history), /Anhang/)

  const folder = t.testdir({ 'plan.json': JSON.stringify(plan) })
  const asked = (out: string, stand?: string) => ({
    positionals: ['welle'],
    values: { plan: join(folder, 'plan.json'), out: join(folder, out), stand, als: 'f.eins' },
  })
  await runCommand('texts annex', asked('one'), test.url)
  const first = await readFile(join(folder, 'one', 'anhang.pdf'))
  t.match(await readPdf(first), { tagged: true, text: /Wortlaut 4/ })
  const noted = await db.selectFrom('audit').selectAll().where('action', '=', 'export').execute()
  t.equal(noted.length, 4)
  const [{ state } = { state: 0 }] = noted.map(({ detail }) => detail as { state: number })
  await db.transaction().execute((trx) => endReleases(trx, { text: idOf(4), by: office.id }))
  await runCommand('texts annex', asked('again'), test.url)
  t.notMatch(await readFile(join(folder, 'again', 'anhang.html'), 'utf8'), /Wortlaut 4/, 'withdrawn')
  await runCommand('texts annex', asked('before', String(state)), test.url)
  t.notMatch(await readFile(join(folder, 'before', 'anhang.html'), 'utf8'), /Wortlaut 4/, 'nor in an earlier state')
  await runCommand('texts annex', asked('empty', '1'), test.url)
  t.notMatch(await readFile(join(folder, 'empty', 'anhang.html'), 'utf8'), /Wortlaut/)
  await t.rejects(runCommand('texts annex', asked('later', '999999'), test.url), /gibt es noch nicht/)
})
