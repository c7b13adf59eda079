import t from 'tap'
import { loadVerbuende } from '../../../server/demo/load-verbuende.ts'
import { readRegister } from '../../../server/store/register.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

t.test('every Kommune has an invented Antragsverbund, every Verbund its numbers', async (t) => {
  const { db } = await freshDatabase(t, 'kommunen')
  await loadVerbuende(db)
  const members = await db
    .selectFrom('verbund_mitglied')
    .innerJoin('verbund', 'verbund.verbund', 'verbund_mitglied.verbund')
    .select(['gkz', 'verbund.verbund', 'name', 'synthetic'])
    .execute()
  t.equal(members.length, 1101)
  t.ok(
    members.every(({ synthetic }) => synthetic),
    'marked as invented',
  )
  const { verbuende } = await readRegister(db)
  const sizes = [...verbuende.keys()].map((verbund) => members.filter((one) => one.verbund === verbund).length)
  t.ok(sizes.every((size) => size > 0))
  t.comment(`${sizes.length} Verbünde, ${sizes.filter((size) => size === 1).length} of one Kommune`)
  const numbers = [...verbuende.values()].map((verbund) => verbund.numbers.size)
  t.equal(
    numbers.reduce((a, b) => a + b, 0),
    1050,
  )
  t.ok(Math.min(...numbers) >= 1)
  t.ok(Number(verbuende.get('111000')?.numbers.size) > 30, 'Stuttgart has many')
  t.equal(verbuende.get('111000')?.name, 'Stuttgart')
  t.equal(verbuende.get('117000')?.name, 'Landkreis Göppingen')
  t.strictSame(
    members
      .filter(({ gkz, verbund }) => gkz.startsWith('117') && gkz === verbund)
      .map(({ name }) => name)
      .sort(),
    ['Donzdorf', 'Ebersbach an der Fils', 'Eislingen/Fils', 'Göppingen', 'Salach'],
    'the Landkreis Göppingen as it was',
  )
  t.ok(
    members.some(({ name }) => /weitere Kommunen/.test(name)),
    'groups',
  )

  const before = await db.selectFrom('im_nummer').selectAll().orderBy('im_nummer').execute()
  await loadVerbuende(db)
  t.strictSame(await db.selectFrom('im_nummer').selectAll().orderBy('im_nummer').execute(), before)
})

t.test('real Antragsverbünde are left alone', async (t) => {
  const { db } = await freshDatabase(t, 'kommunen')
  await db.insertInto('verbund').values({ verbund: '111000', name: 'Stuttgart' }).execute()
  await loadVerbuende(db)
  t.strictSame([...(await readRegister(db)).verbuende.keys()], ['111000'])
})
