import { randomBytes } from 'node:crypto'
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

/** How many answers of each kind the staff got. */
export type Served = Map<string, number>

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

async function endlessly(kind: string, work: Work, once: (turn: number) => Promise<Response>): Promise<void> {
  const count = (what: string) => work.served.set(what, (work.served.get(what) ?? 0) + 1)
  try {
    for (let turn = 0; ; turn += 1) {
      const { status } = await once(turn)
      count(status === 200 ? kind : `${kind} ${status}`)
      await sleep(pause, undefined, { signal: work.signal })
    }
  } catch (error) {
    unlessStopped(work.signal)(error)
  }
}

/** Clicks from one evaluation to the next. */
export const research = (colleague: Colleague, offset: number, work: Work) =>
  endlessly('Auswertungen', work, (turn) =>
    wait(
      `${work.base}${evaluations[(turn + offset) % evaluations.length]}&x=${randomBytes(4).toString('hex')}`,
      { cookie: colleague.cookie },
      work,
    ),
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
