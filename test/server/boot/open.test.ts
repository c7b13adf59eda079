import t from 'tap'
import { openContext } from '../../../server/boot/open.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

t.test('whoever is busy reading the program for longer than a request may wait still gets the database', async (t) => {
  const { url } = await freshDatabase(t)
  const opening = openContext({ env: { DATABASE_URL: url, STICHTAG_SECRET: 'x'.repeat(32) } })
  // From Node 22 on tsx reads all modules at once: nothing else gets its turn meanwhile.
  setImmediate(() => {
    const over = Date.now() + 3_000
    while (Date.now() < over);
  })
  const context = await opening
  t.strictSame(context.migrated, [])
  await context.close()
})
