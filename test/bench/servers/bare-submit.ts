/** Bare Fastify and pg: a form, stored durably with a lock and an audit entry in one transaction. */
import formbody from '@fastify/formbody'
import Fastify from 'fastify'
import pg from 'pg'
import { listen } from './listen.ts'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const app = Fastify()
await app.register(formbody)
app.post<{ Params: { id: string } }>('/:id', async (request, reply) => {
  const { id } = request.params
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select id from bare_participant where id = $1 for update', [id])
    await client.query('insert into bare_submission (participant_id, answers) values ($1, $2)', [id, request.body])
    await client.query('insert into bare_audit (participant_id, action) values ($1, $2)', [id, 'submission'])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
  return reply.redirect('/', 303)
})
await listen(app)
