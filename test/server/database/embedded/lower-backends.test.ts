import { readFile } from 'node:fs/promises'
import { getPriority } from 'node:os'
import t from 'tap'
import { lowerBackends } from '../../../../server/database/embedded/lower-backends.ts'
import { openPool } from '../../../../server/database/pool.ts'
import { unlessCode } from '../../../../server/errors/error-code.ts'
import { freshDatabase } from '../../../support/fresh-database.ts'
import { until } from '../../../support/until.ts'

t.test('what computes comes last in the database too, by one process of it', async (t) => {
  const { url } = await freshDatabase(t)
  const pool = openPool(url, { max: 2, parallel: false })
  t.teardown(() => pool.end())
  const faults: unknown[] = []
  const warnings: string[] = []
  const warn = ({ message }: Error) => warnings.push(message)
  process.on('warning', warn)
  t.teardown(() => process.off('warning', warn))
  lowerBackends(pool, 7, (error) => faults.push(error))
  await Promise.all([pool.query('select 1'), pool.query('select 2')])
  const clients = await Promise.all([pool.connect(), pool.connect()])
  for (const client of clients) {
    const { rows } = await client.query<{ pid: number; parallel: string }>(
      `select pg_backend_pid() as pid, current_setting('max_parallel_workers_per_gather') as parallel`,
    )
    const [{ pid, parallel } = { pid: 0, parallel: '' }] = rows
    t.equal(parallel, '0')
    // Linux has this where it shares the processor between sessions.
    const group = () => readFile(`/proc/${pid}/autogroup`, 'utf8').catch(unlessCode('ENOENT'))
    await until(async () => getPriority(pid) === 7 && !/ nice 0$/m.test((await group()) ?? ''), 5)
    t.equal(getPriority(pid), 7)
    t.notMatch((await group()) ?? '', / nice 0$/m)
    client.release()
  }
  t.strictSame(faults, [])
  t.strictSame(warnings, [], 'nobody asks over a connection before it is free')
})
