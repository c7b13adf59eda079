/** Bare Fastify and Eta: the same page by the same templates from plain data. */
import { readFileSync } from 'node:fs'
import view from '@fastify/view'
import Fastify from 'fastify'
import { PlainEta } from '../plain-eta.ts'
import { listen } from './listen.ts'

const data = JSON.parse(readFileSync(process.env.BENCH_PAGE ?? '', 'utf8'))
const app = Fastify()
await app.register(view, { engine: { eta: new PlainEta() }, production: true })
app.get('/', (_request, reply) => reply.view('@pages/section', data))
await listen(app)
