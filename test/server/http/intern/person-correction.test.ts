import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { berlinDay } from '../../../../server/domain/german-time.ts'
import { findTexts } from '../../../../server/store/person-texts.ts'
import { noteStaff } from '../../../../server/store/staff-audit.ts'
import { insertSubmission } from '../../../../server/store/submissions.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
import { tick } from '../../../support/tick.ts'
import type { Visitor } from '../../../support/visitor.ts'

const today = berlinDay(new Date()).split('-').reverse().join('.')

async function office(t: Test) {
  const test = await testApp(t, {}, { STICHTAG_DATA: t.testdir({}) })
  const officer = await signIn(test, await staffAccount(test, 'datenschutz', 'd.eins'))
  const kommune = await test.login('KM')
  await kommune.get(`${kommune.home}/abschnitt/sprache`)
  await kommune.autosave('sprache', { im_alpha: '12', im_alpha_kom: 'laut Jürgen Weis' })
  await kommune.get(`${kommune.home}/abschnitt/angaben`)
  await kommune.autosave('angaben', { kuerzel: 'Jürgen Weis' })
  t.equal((await kommune.submit()).status, 303)
  return { ...test, test, officer, kommune }
}

async function prepare(officer: Visitor): Promise<string> {
  await officer.get('/intern/personen')
  const { location } = await officer.post('/intern/personen', { art: 'berichtigung', eingang: today, suche: 'Weis' })
  const chosen = await tick(officer, `${location}/auswahl`, await officer.get(location), { aktion: 'berichtigen' })
  t.equal(chosen.location, `${location}/berichtigung`)
  return location
}

/** The fields for new texts on a page, by the text that stands there. */
const fieldsOf = (text: string) =>
  new Map(
    [...text.matchAll(/<h3>([^<]*)<\/h3>[\s\S]*?name="(neu-[^"]+)"/g)].map(([, label = '', name = '']) => [
      label.trim(),
      name,
    ]),
  )

const newestOf = async ({ db }: TestApp) =>
  (
    await sql<{
      revision: number
      comments: object
      answers: object
      content_hash: string
      receipt: string
      corrected_by: number | null
    }>`
    select * from submission order by revision desc limit 1`.execute(db)
  ).rows[0]

t.test('what is wrong is corrected in the draft, the contact data and as a new revision', async (t) => {
  const { test, officer, kommune, db } = await office(t)
  const before = await newestOf(test)
  await noteStaff(db, { action: 'download', wave: 'umfrage-1', detail: { file: 'anmerkungen', sha256: 'abc' } })
  const href = await prepare(officer)
  const page = await officer.get(`${href}/berichtigung`)
  const fields = fieldsOf(page.text)
  t.equal(fields.size, 2, 'each text once, wherever it stands')
  const [comment = '', contact = ''] = ['Kommentar', 'rzel'].map(
    (word) => [...fields].find(([label]) => label.includes(word))?.[1] ?? '',
  )
  t.equal((await officer.post(`${href}/berichtigung`, { aktion: 'vorschau' })).status, 400)
  const long = await officer.post(`${href}/berichtigung`, { aktion: 'vorschau', [contact]: 'x'.repeat(1001) })
  t.equal(long.status, 400)
  t.match(long.words, /zu lang: 1\.001 Zeichen, möglich sind 1\.000/)
  t.match(
    (await officer.post(`${href}/berichtigung`, { aktion: 'vorschau', [contact]: 'a\u0007b' })).words,
    /Steuerzeichen/,
  )
  t.match(
    (await officer.post(`${href}/berichtigung`, { aktion: 'vorschau', [contact]: 'Jürgen Weis' })).words,
    /derselbe Text/,
  )

  const typed = { [comment]: 'laut Jürgen Weiß', [contact]: 'Jürgen Weiß' }
  const preview = await officer.post(`${href}/berichtigung`, { aktion: 'vorschau', ...typed })
  t.match(preview.words, /Vorschau der Berichtigung.*laut Jürgen Weis .*laut Jürgen Weiß .*neuen Fassung berichtigt/)
  t.strictSame(await newestOf(test), before, 'a preview changes nothing')
  t.equal((await officer.post(`${href}/berichtigung`, { aktion: 'berichtigen', ...typed })).location, href)

  const after = await newestOf(test)
  t.match(after, {
    revision: 2,
    comments: { im_alpha_kom: 'laut Jürgen Weiß' },
    answers: { im_alpha: 12 },
    corrected_by: 1,
  })
  t.not(after?.content_hash, before?.content_hash)
  t.strictSame((await findTexts(db, { term: 'Weiß' })).map(({ table }) => table).toSorted(), [
    'contact.draft_change',
    'contact.draft_value',
    'contact.respondent',
    'public.answer_change',
    'public.answer_value',
    'public.submission',
  ])
  const { what } = await db
    .selectFrom('data_state')
    .select('what')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  t.equal(what, 'correction')

  const hub = await kommune.get(kommune.home)
  t.match(hub.words, new RegExp(`2\\. Fassung, berichtigt am ${today} durch die erhebende Stelle auf Antrag`))
  t.notMatch(hub.words, /Änderungen nicht abgesendet/)
  const receipt = await kommune.get(`${kommune.home}/quittung/${after?.receipt}`)
  t.match(receipt.words, /auf Antrag einer Person berichtigt worden.*laut Jürgen Weis .*laut Jürgen Weiß/)
  const again = await kommune.submit()
  t.match(again.location, after?.receipt, 'who submits the same again gets the receipt of the correction')

  const proof = (await officer.get(href)).words
  t.match(proof, /Nachweis der Berichtigung.*Texte 2 .*als neue Fassung einer Abgabe 1 .*Download: Anmerkungen/)
  const log = await db.selectFrom('audit').select(['action', 'account_id', 'detail']).orderBy('id').execute()
  t.match(
    log.filter(({ account_id }) => account_id === 1).map(({ action }) => action),
    /submission|person_corrected/,
  )
  t.notMatch(JSON.stringify(log), /Weis/)
  t.equal((await officer.post(`${href}/berichtigung`, { aktion: 'berichtigen', ...typed })).location, href, 'done once')
  t.equal((await newestOf(test))?.revision, 2)

  const { survey_version: surveyVersion, survey_hash: surveyHash } = await db
    .selectFrom('submission')
    .select(['survey_version', 'survey_hash'])
    .executeTakeFirstOrThrow()
  const content = { answers: {}, comments: {}, contact: {}, hash: 'other' }
  const of = {
    participantId: 1,
    editorId: null,
    surveyVersion,
    surveyHash,
    receipt: 'Q-9',
    content,
    justifications: [],
  }
  const correction = { accountId: 1, request: 1 }
  t.equal(
    await insertSubmission(test.pool, { ...of, base: 1, correction }),
    undefined,
    'not on what is no longer newest',
  )
  t.equal(await insertSubmission(test.pool, { ...of, base: 2, correction }), 'Q-9')
})

t.test('a draft that has moved on stays, and whoever has the field open is asked', async (t) => {
  const { test, officer, kommune, db } = await office(t)
  await kommune.get(`${kommune.home}/abschnitt/sprache`)
  await kommune.autosave('sprache', { im_alpha_kom: 'ganz anders' })
  const href = await prepare(officer)
  const page = await officer.get(`${href}/berichtigung`)
  t.match(page.words, /Im Entwurf steht inzwischen etwas anderes; das bleibt/)
  const fields = [...fieldsOf(page.text).values()]
  const colleague = await test.login('ZW')
  await colleague.get(`${colleague.home}/abschnitt/angaben`)
  const typed = Object.fromEntries(fields.map((field) => [field, 'Weiß']))
  t.equal((await officer.post(`${href}/berichtigung`, { aktion: 'berichtigen', ...typed })).location, href)
  t.match(await newestOf(test), { comments: { im_alpha_kom: 'Weiß' } })
  const draft = await db
    .selectFrom('draft_value')
    .select(['field', 'value'])
    .where('value', 'in', ['Weiß', 'ganz anders'])
    .orderBy('field')
    .execute()
  t.strictSame(draft, [
    { field: 'im_alpha_kom', value: 'ganz anders' },
    { field: 'kuerzel', value: 'Weiß' },
  ])
  const saved = await colleague.save('angaben', { kuerzel: 'Jürgen W.' })
  t.equal(saved.status, 409)
  t.match(saved.words, /Zwei verschiedene Eingaben/)
})

t.test('after the Frist, and where nothing was submitted', async (t) => {
  const { test, officer, db } = await office(t)
  const other = await test.login('AB', '117026')
  await other.get(`${other.home}/abschnitt/sprache`)
  await other.autosave('sprache', { im_alpha_kom: 'laut Weis' })
  await sql`update wave set state = 'closed', closed_at = now()`.execute(db)
  const href = await prepare(officer)
  const { text } = await officer.get(`${href}/berichtigung`)
  const fields = [...text.matchAll(/name="(neu-[^"]+)"/g)].map(([, name = '']) => name)
  t.equal(fields.length, 3)
  const typed = Object.fromEntries(fields.map((field) => [field, 'laut Weiß']))
  await officer.post(`${href}/berichtigung`, { aktion: 'berichtigen', ...typed })
  const { rows } =
    await sql`select unit, revision from submission s join participant p on p.id = s.participant_id order by 1, 2`.execute(
      db,
    )
  t.strictSame(rows, [
    { unit: '117019', revision: 1 },
    { unit: '117019', revision: 2 },
  ])
})

t.test('an address is corrected in the address book, after it was looked at', async (t) => {
  const { officer, db } = await office(t)
  await sql`insert into contact.address (unit, recipient, person, mail, source) values
    ('117026', 'Stadt', 'Jürgen Weis', 'weis@b.example', 'file')`.execute(db)
  const href = await prepare(officer)
  const fields = fieldsOf((await officer.get(`${href}/berichtigung`)).text)
  const [name = '', mail = ''] = [fields.get('Ansprechperson'), fields.get('E-Mail')]
  const post = (aktion: string, typed: Record<string, string>) =>
    officer.post(`${href}/berichtigung`, { aktion, ...typed })
  const faulty = await post('vorschau', { [name]: 'Jürgen Weiß', [mail]: 'weiß at b' })
  t.equal(faulty.status, 400)
  t.match(faulty.words, /„weiß at b“ ist keine E-Mail-Adresse/)
  const typed = { [name]: 'Jürgen Weiß', [mail]: 'weiss@b.example' }
  const preview = await post('vorschau', typed)
  t.match(preview.words, /Anschrift im Verzeichnis 117026, gültig .*Jürgen Weiß Die Anschrift gilt mit/)
  const held = () =>
    db.selectFrom('contact.address').select(['person', 'mail', 'source']).where('until', 'is', null).execute()
  t.strictSame(await held(), [{ person: 'Jürgen Weis', mail: 'weis@b.example', source: 'file' }], 'nothing is done yet')
  t.equal((await post('berichtigen', typed)).location, href)
  t.strictSame(await held(), [{ person: 'Jürgen Weiß', mail: 'weiss@b.example', source: 'office' }])
  t.match((await officer.get(href)).words, /Nachweis der Berichtigung .*Angaben im Adressbuch 2/)
})
