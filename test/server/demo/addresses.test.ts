import t from 'tap'
import { loadAddresses } from '../../../server/demo/load-addresses.ts'
import { loadVerbuende } from '../../../server/demo/load-verbuende.ts'
import { addressFaults } from '../../../server/registry/address.ts'
import { keepAddresses, presentAddresses } from '../../../server/store/addresses.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

t.test('every Kommune and every Verbund of the demo world can be written to, and nobody real', async (t) => {
  const { db } = await freshDatabase(t, 'kommunen')
  await loadVerbuende(db)
  await loadAddresses(db)
  const addresses = await presentAddresses(db)
  const units = new Set(addresses.map(({ unit }) => unit))
  const verbuende = await db.selectFrom('verbund').select('verbund').execute()
  t.ok(verbuende.every(({ verbund }) => units.has(verbund)))
  t.match(addresses.filter(({ unit }) => unit.startsWith('117')).length, 39, '38 Kommunen and the Landkreis')
  t.strictSame(addresses.flatMap(addressFaults), [])
  t.equal(new Set(addresses.map(({ mail }) => mail)).size, addresses.length)
  t.ok(addresses.every(({ mail, postcode }) => /@[a-z0-9-]+\.example$/.test(mail) && postcode === '00000'))
  t.match(
    addresses.find(({ unit }) => unit === '117000'),
    { recipient: 'Landkreis Göppingen', mail: 'integration@landkreis-goeppingen.example' },
  )
})

t.test('whoever has an address already gets no invented ones beside', async (t) => {
  const { db } = await freshDatabase(t, 'kommunen')
  const blank = { person: '', street: '', postcode: '', place: '', mail: 'a@b.example', phone: '' }
  await keepAddresses(db, [{ ...blank, unit: '117001', recipient: 'Adelberg' }], { source: 'office' })
  await loadAddresses(db)
  t.equal((await presentAddresses(db)).length, 1)
})
