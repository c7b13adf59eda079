/** Bare Fastify and pg: a form, stored durably by one statement. */
import formbody from '@fastify/formbody'
import Fastify from 'fastify'
import pg from 'pg'
import { listen } from './listen.ts'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const app = Fastify()
await app.register(formbody)
app.post('/', async (request) => {
  await pool.query('insert into bare_autosave (fields) values ($1)', [request.body])
  return { saved: true }
})
await listen(app)
