import Fastify from 'fastify'
import t from 'tap'
import { checkLog } from '../../../server/audit/check-log.ts'
import { keepLogSealed } from '../../../server/boot/seal-log.ts'
import { countUnsealed } from '../../../server/store/log-seals.ts'
import { noteStaff } from '../../../server/store/staff-audit.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { until } from '../../support/until.ts'

t.test('servers that run seal the log by themselves within seconds, side by side', async (t) => {
  const { db } = await freshDatabase(t)
  const servers = [Fastify(), Fastify()]
  for (const server of servers) {
    keepLogSealed(server, db)
    await server.ready()
  }
  for (let entry = 0; entry < 20; entry += 1) await noteStaff(db, { action: 'signed_out' })
  await until(async () => (await countUnsealed(db)) === 0)
  for (const server of servers) await server.close()
  t.match(await checkLog(db), { sealed: 20, unsealed: 0, fault: undefined })
})
