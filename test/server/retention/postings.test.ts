import { sql } from 'kysely'
import t from 'tap'
import { findPerson, isNobody } from '../../../server/persons/find-person.ts'
import { runRetention } from '../../../server/retention/run.ts'
import { storeEinsaetze, storeFortbildungen, storeQualifikationen } from '../../../server/store/funding.ts'
import { everyEinsatz, everyFortbildung, everyQualifikation } from '../../../server/store/funding-rows.ts'
import { testApp } from '../../support/app.ts'

const always = { valid_from: '2018-01-01', valid_to: null }
const no = { nachqualifizierung_ab: null, nachqualifizierung_bis: null, nachqualifizierung_entfaellt: false }

t.test('what is known under a number is found by it, and goes five years after the number', async (t) => {
  const test = await testApp(t)
  const { db } = test
  const [gone, kept] = ['117000-001', '117000-002']
  for (const im_nummer of [gone, kept]) {
    await storeEinsaetze(db, [
      { einsatz: `${im_nummer} 117000`, im_nummer, empfaenger: '117000', vzae: 0.5, ...always },
    ])
    await storeQualifikationen(db, [{ im_nummer, art: 'c', ...no, ...always }])
    await storeFortbildungen(db, [{ im_nummer, am: '2019-05-02' }])
  }
  const found = await findPerson(test, gone)
  t.notOk(isNobody(found))
  t.strictSame(found.registered, [
    {
      number: gone,
      facts: [
        'eingesetzt bei 117000 mit 0,5 VZÄ, ab 01.01.2018',
        'Qualifikation: Berufsausbildung mit Nachqualifizierung (Buchstabe c), ab 01.01.2018',
        'Fortbildung am 02.05.2019',
      ],
    },
  ])
  await sql`with list as (insert into registry_import (form, file_name, file_hash) values ('x', '', '') returning id)
    insert into registry_change (import_id, table_name, key, valid_from)
    select id, 'einsatz', ${`${gone} 117000`}, '2018-01-01'::date from list
    union all select id, 'im_nummer', ${gone}, '2018-01-01'::date from list
    union all select id, 'qualifikation', ${kept}, '2018-01-01'::date from list`.execute(db)
  const left = async () => ({
    einsatz: (await everyEinsatz(db)).map(({ im_nummer }) => im_nummer),
    qualifikation: (await everyQualifikation(db)).map(({ im_nummer }) => im_nummer),
    fortbildung: (await everyFortbildung(db)).map(({ im_nummer }) => im_nummer),
    changes: (await sql<{ key: string }>`select key from registry_change order by key`.execute(db)).rows.length,
  })
  const ended = (days: number) =>
    sql`update im_nummer set valid_to = current_date - ${days}::integer where im_nummer = ${gone}`.execute(db)
  await ended(5 * 365 - 2)
  await runRetention(test)
  const both = [gone, kept]
  t.strictSame(await left(), { einsatz: both, qualifikation: both, fortbildung: both, changes: 3 }, 'days too early')
  await ended(5 * 365 + 1)
  await runRetention(test)
  t.strictSame(await left(), { einsatz: [kept], qualifikation: [kept], fortbildung: [kept], changes: 2 })
})
