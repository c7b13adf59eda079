import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { applicationRole } from '../../../server/database/embedded/application-role.ts'
import { anyRequest, encode, encodeAll } from '../../support/any-request.ts'
import { testApp } from '../../support/app.ts'
import { signIn, staffAccount } from '../../support/staff.ts'
import type { Visitor } from '../../support/visitor.ts'
import { promised } from '../promised.ts'
import { type Recipe, unless } from '../recipe.ts'

const types = { form: 'application/x-www-form-urlencoded', json: 'application/json', text: 'text/plain' } as const

type Drawn = typeof anyRequest extends fc.Arbitrary<infer One> ? One : never

export const anyRequests: Recipe = {
  ...promised.requests,
  async run(t, { planted, random, amount }) {
    const test = await testApp(t)
    const guest = await test.login('KM')
    await guest.get(`${guest.home}/abschnitt/sprache`)
    const staff = [await staffAccount(test, 'forschung', 'muster'), await staffAccount(test, 'administration')] as const
    const visitors = [guest, await signIn(test, staff[0]), await signIn(test, staff[1])]
    for (const member of visitors.slice(1)) await member.get('/intern/konto')
    if (planted) await test.owner.pool.query(`revoke select on draft_value from ${applicationRole}`)

    const times = amount(800, 10_000)
    const failed: string[] = []
    const statuses = new Map<number, number>()
    const seed = Math.floor(random.next() * 2 ** 31)
    for (const drawn of fc.sample(anyRequest, { seed, numRuns: times })) {
      const request = requestOf(drawn, visitors)
      const { statusCode, payload } = await test.app.inject(request)
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1)
      if (statusCode >= 500) failed.push(`${statusCode} ${JSON.stringify(request)} ${payload.slice(0, 200)}`)
    }
    const count = (...some: number[]) => some.reduce((sum, status) => sum + (statuses.get(status) ?? 0), 0)
    return {
      done: `random requests, answered with ${[...statuses].map(([status, often]) => `${often} × ${status}`).join(', ')}`,
      times,
      faults: [
        ...failed,
        ...unless(count(200) > times / 20, 'too few get as far as a page'),
        ...unless(count(303, 409, 422) > times / 10, 'too few get as far as what a form does'),
      ],
    }
  },
}

function requestOf(drawn: Drawn, visitors: readonly Visitor[]): InjectOptions {
  const { isRead, read, sent, parts, who, kind, isOurs } = drawn
  const visitor = typeof who === 'number' ? visitors[who] : undefined
  const headers: Record<string, string> = { cookie: visitor?.cookie ?? `stichtag=${encode(String(who))}` }
  if (drawn.asksForJson) headers.accept = 'application/json'
  const method = (drawn.method || (isRead ? 'GET' : 'POST')) as NonNullable<InjectOptions['method']>
  if (isRead) {
    let place = 0
    const path = read.address.replaceAll('?', () => encode(parts[place++] ?? ''))
    return { method, url: read.query.length === 0 ? path : `${path}?${encodeAll(read.query)}`, headers }
  }
  const fields: [string, string][] = isOurs && visitor ? [['_csrf', visitor.csrf], ...sent.fields] : sent.fields
  const payload = kind === 'form' ? encodeAll(fields) : JSON.stringify(Object.fromEntries(fields))
  return { method, url: sent.address, headers: { ...headers, 'content-type': types[kind] }, payload }
}
