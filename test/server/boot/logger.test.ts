import { Writable } from 'node:stream'
import t from 'tap'
import { createLogger } from '../../../server/boot/logger.ts'
import { bareDatabase } from '../../support/fresh-database.ts'

t.test('an error of the database is logged without the value that it refused', async (t) => {
  const { pool } = await bareDatabase(t)
  let written = ''
  const destination = new Writable({
    write(chunk, _encoding, done) {
      written += chunk
      done()
    },
  })
  const err = await pool.query('select $1::text::integer', ['geheim']).catch((error: unknown) => error)
  createLogger('info', destination).error({ err }, 'fehlgeschlagen')
  const { err: logged, msg } = JSON.parse(written)
  t.match(logged, { name: 'error', code: '22P02', stack: /^\s+at / })
  t.strictSame(msg, 'fehlgeschlagen')
  t.notMatch(written, /geheim/)
})
