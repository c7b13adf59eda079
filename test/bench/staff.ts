import { setTimeout as sleep } from 'node:timers/promises'
import { Tokens } from '@fastify/csrf'
import { sql } from 'kysely'
import type { Keys } from '../../server/boot/keys.ts'
import type { Db } from '../../server/database/database.ts'
import { hashToken, newToken } from '../../server/domain/session-token.ts'
import { unlessStopped } from './people.ts'

export interface Colleague {
  cookie: string
  csrf: string
}

/** Somebody of the demo world's staff, logged in. */
export async function logInStaff(db: Db, keys: Keys, name: string): Promise<Colleague> {
  const [staff, browser] = [newToken(), newToken()]
  await sql`
    insert into staff.session (token_hash, account_id, verified_at, seen_at, ends_at)
    select ${hashToken(staff)}, id, now(), now(), now() + interval '8 hours' from staff.account where name = ${name}`.execute(
    db,
  )
  await sql`update staff.account set password_initial = false where name = ${name}`.execute(db)
  const csrf = new Tokens({ hmacKey: keys.csrf }).create(browser)
  return { cookie: `stichtag-intern=${staff}; stichtag=${browser}`, csrf }
}

const evaluations = [
  '/intern/vergleich?von=umfrage-1&bis=umfrage-4&variable=zp_gesamt&gewicht=rake',
  '/intern/vergleich?von=umfrage-1&bis=umfrage-4&variable=zp_gesamt&nach=kreis',
  '/intern/vergleich?von=umfrage-1&bis=umfrage-4&variable=zg_gruppe_duldung&nach=kreis',
  '/intern/ausfall?von=umfrage-1&bis=umfrage-4',
  '/intern/vergleich?von=umfrage-1&bis=umfrage-4&variable=zp_gesamt&gewicht=post',
]

/** What the staff got. */
export interface Served {
  /** By kind, the milliseconds of each, from the click to the answer. */
  waited: Map<string, number[]>
  /** What was answered otherwise than it should, with how often. */
  refused: Map<string, number>
}

interface Work {
  base: string
  served: Served
  signal: AbortSignal
}

const pause = 1_000

/** Looks as often as a page that waits does, until the answer is there. */
async function wait(url: string, headers: Record<string, string>, { signal }: Work): Promise<Response> {
  for (;;) {
    const answer = await fetch(url, { headers, signal })
    await answer.arrayBuffer()
    if (answer.status !== 202) return answer
    await sleep(2_000, undefined, { signal })
  }
}

async function endlessly(
  kind: string,
  { served, signal }: Work,
  once: (turn: number) => Promise<Response>,
): Promise<void> {
  const { waited, refused } = served
  try {
    for (let turn = 0; ; turn += 1) {
      const began = performance.now()
      const { status } = await once(turn)
      if (status === 200) waited.set(kind, [...(waited.get(kind) ?? []), performance.now() - began])
      else refused.set(`${kind} ${status}`, (refused.get(`${kind} ${status}`) ?? 0) + 1)
      await sleep(pause, undefined, { signal })
    }
  } catch (error) {
    unlessStopped(signal)(error)
  }
}

/** Clicks from one evaluation to the next. Each submission makes a new state, so that nothing is known from the last time. */
export const research = (colleague: Colleague, offset: number, work: Work) =>
  endlessly('Auswertungen', work, (turn) =>
    wait(`${work.base}${evaluations[(turn + offset) % evaluations.length]}`, { cookie: colleague.cookie }, work),
  )

/** Fetches one export after the other. */
export const exporting = (colleague: Colleague, work: Work) =>
  endlessly('Exporte', work, async () => {
    const headers = { cookie: colleague.cookie, 'sec-fetch-site': 'same-origin' }
    const fields = { _csrf: colleague.csrf, erhebung: 'umfrage-1', datei: 'antworten', format: 'csv' }
    const body = new URLSearchParams(fields)
    const request = { method: 'POST', redirect: 'manual', headers, body, signal: work.signal } as const
    const answer = await fetch(`${work.base}/intern/exporte`, request)
    await answer.arrayBuffer()
    if (answer.status !== 303) return answer
    return wait(`${work.base}${answer.headers.get('location')}`, headers, work)
  })

/** Keeps a form as a file, again and again. */
export const printing = (home: string, cookie: string, work: Work) =>
  endlessly('PDF', work, () => wait(`${home}/papier/stand`, { cookie }, work))
