import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { allowedFields, contactPurpose } from '../../../server/registry/contact-purpose.ts'
import { takeOverContacts } from '../../../server/registry/take-over-contacts.ts'
import { undoRegistryImport } from '../../../server/registry/undo-import.ts'
import { addressesOf, keepAddresses, presentAddresses } from '../../../server/store/addresses.ts'
import { stichtag } from '../../support/child.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { addWave } from '../../support/panel-world.ts'
import { published } from '../../support/published.ts'

const blank = { person: '', street: '', postcode: '', place: '', mail: '', phone: '' }

async function world(t: Test) {
  const { db, url } = await freshDatabase(t, 'kommunen')
  await addWave({ db }, 'umfrage-0', ['117001', '117002', '117003'], () => undefined)
  const say = (unit: string, fields: Record<string, string>, at: string) =>
    sql`insert into contact.respondent (participant_id, field, value, saved_at)
      select p.id, f.key, f.value, ${at}::timestamptz
      from participant p cross join jsonb_each_text(${JSON.stringify(fields)}::jsonb) f where p.unit = ${unit}`.execute(
      db,
    )
  return { db, url, say }
}

t.test('persons of Umfrage 0 become the ones to write to; what the office knows later stays', async (t) => {
  const { db, say } = await world(t)
  await say(
    '117001',
    { kontakt_name: 'Jürgen Weiß', kontakt_mail: 'weiss@adelberg.example', vertretung_name: 'X' },
    '2018-09-01',
  )
  await say('117002', { kontakt_name: 'Alt', kontakt_mail: 'keine', kontakt_telefon: '07161 1234' }, '2018-09-01')
  await keepAddresses(db, [{ ...blank, unit: '117002', recipient: 'Gemeinde Aichelberg', person: 'Neu' }], {
    source: 'office',
  })

  const preview = await takeOverContacts(db, 'umfrage-0', { preview: true })
  t.match(preview, { state: 'preview', purpose: [/nur für Einladungen und Rückfragen/], added: [{}], changed: [{}] })
  t.equal((await presentAddresses(db)).length, 1)
  const done = await takeOverContacts(db, 'umfrage-0', { preview: false })
  t.match(await presentAddresses(db), [
    {
      unit: '117001',
      recipient: 'Adelberg',
      person: 'Jürgen Weiß',
      mail: 'weiss@adelberg.example',
      source: 'survey',
      wave: 'umfrage-0',
    },
    { unit: '117002', recipient: 'Gemeinde Aichelberg', person: 'Neu', mail: '', phone: '07161 1234' },
  ])
  t.equal((await takeOverContacts(db, 'umfrage-0', { preview: false })).state, 'unchanged')
  await undoRegistryImport(db, done.import ?? 0)
  t.match(await presentAddresses(db), [{ unit: '117002', phone: '', person: 'Neu' }])
  t.equal((await addressesOf(db, '117001')).length, 0)
})

t.test('a later answer replaces what was known before', async (t) => {
  const { db, say } = await world(t)
  await keepAddresses(db, [{ ...blank, unit: '117001', recipient: 'Gemeinde', person: 'Früher', street: 'Weg 1' }], {
    source: 'file',
  })
  await say('117001', { kontakt_name: 'Später' }, '2999-01-01')
  await takeOverContacts(db, 'umfrage-0', { preview: false })
  t.match(await presentAddresses(db), [{ person: 'Später', street: 'Weg 1' }])
})

t.test('only where respondents were told so', async (t) => {
  const { db, url } = await world(t)
  await addWave({ db }, 'umfrage-4', ['117001'], () => undefined)
  await t.rejects(takeOverContacts(db, 'umfrage-4', { preview: true }), /nach keiner Ansprechperson gefragt/)
  await t.rejects(takeOverContacts(db, 'keine', { preview: true }), /Die Welle „keine“ gibt es nicht/)
  const instrument = await published('umfrage-0')
  t.match(contactPurpose(instrument), {
    allows: true,
    fields: { person: 'kontakt_name', mail: 'kontakt_mail', phone: 'kontakt_telefon' },
  })
  const silent = { ...instrument, introduction: ['Kontaktdaten bewahren wir getrennt auf.'] }
  t.match(contactPurpose(silent), { allows: false, sentences: [/./] })
  t.throws(() => allowedFields('umfrage-9', contactPurpose(silent)), /Sie dürfen nicht übernommen werden/)

  const env = { DATABASE_URL: url, STICHTAG_SECRET: 'x'.repeat(40) }
  const shown = await stichtag(['address', 'take-over', 'umfrage-0'], env)
  t.match(shown.stdout, /Zweck: Die Kontaktdaten bewahren wir getrennt.*Anschriften: 0 neu/s)
})
