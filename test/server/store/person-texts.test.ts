import t from 'tap'
import { findPerson } from '../../../server/persons/find-person.ts'
import { testApp } from '../../support/app.ts'
import { ownDebianDatabase } from '../../support/own-database.ts'
import { seedPerson } from '../../support/seed-person.ts'

t.test('umlauts are found in capitals and small letters, also where the database knows no case of them', async (t) => {
  const database = await ownDebianDatabase(t)
  const { rows } = await database.pool.query(`select lower('Ä') as letter`)
  t.strictSame(rows, [{ letter: 'Ä' }], 'this one does not')
  const test = await testApp(t, {}, {}, undefined, database)
  await seedPerson(test, 'JÄGER Ö')
  for (const term of ['jäger ö', 'Jäger Ö', 'jäger ö'.normalize('NFD')]) {
    const { texts, initials } = await findPerson(test, term)
    t.match({ texts: texts.length, initials: initials.length }, { texts: 10, initials: 1 }, term)
  }
})
