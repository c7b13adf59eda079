/** Bare Fastify and Eta: the same bytes from plain data. */
import { readFileSync } from 'node:fs'
import { Eta } from 'eta'
import Fastify from 'fastify'
import type { PlainPage } from '../plain-page.ts'
import { listen } from './listen.ts'

const { template, data }: PlainPage = JSON.parse(readFileSync(process.env.BENCH_PAGE ?? '', 'utf8'))
const eta = new Eta()
eta.loadTemplate('@page', template)
const app = Fastify()
app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(eta.render('@page', data)))
await listen(app)
