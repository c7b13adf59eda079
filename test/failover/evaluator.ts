import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import Papa from 'papaparse'
import type { Db } from '../../server/database/database.ts'
import { hashToken, newToken } from '../../server/domain/session-token.ts'
import { exportsHref } from '../../server/http/pages/intern/addresses.ts'
import { addAccount } from '../../server/store/staff-accounts.ts'
import { dataState } from '../../surveys/codebook/described-column.ts'
import { hidden, request, type Sender } from '../support/hand-in.ts'
import type { Writers } from './writers.ts'

/** What a file said: its state, how many submissions it holds of, and how many were acknowledged when it was asked for. */
interface Evaluated {
  /** The instance that made it. */
  base: string
  state: number
  submissions: number
  known: number
}

export interface Evaluator {
  read: Evaluated[]
  /** One file more, where there is an answer. */
  evaluate(base: string): Promise<void>
  /** Why the last one did not come. */
  trouble(): string
  /** What is wrong with the files, held against what is stored. */
  faults(db: Db): Promise<string[]>
}

/** Somebody who may look at all, logged in. */
export async function evaluatorFor(db: Db, writers: Writers): Promise<Evaluator> {
  const token = newToken()
  await addAccount(db, { name: 'auswertung', role: 'forschung', passwordHash: '' })
  await sql`
    insert into staff.session (token_hash, account_id, verified_at, ends_at)
    select ${hashToken(token)}, id, now(), now() + interval '10 hours' from staff.account where name = 'auswertung'
  `.execute(db)
  await db.updateTable('staff.account').set({ password_initial: false }).where('name', '=', 'auswertung').execute()
  const cookie = `stichtag=${newToken()}; stichtag-intern=${token}`
  const read: Evaluated[] = []
  let trouble = ''
  return {
    read,
    async evaluate(base) {
      const known = writers.acknowledged.submissions()
      try {
        const text = await fileOf({ base, cookie, form: '' }, writers.note)
        if (text !== undefined) read.push({ base, ...sumsIn(text), known })
      } catch (error) {
        trouble = String(error)
      }
    },
    trouble: () => trouble,
    async faults(db) {
      const submissions = await db.selectFrom('submission').select('state').orderBy('state').execute()
      return read.flatMap((one) => {
        const stored = submissions.filter(({ state }) => state <= one.state).length
        return [
          ...(one.submissions === stored
            ? []
            : [`a file of state ${one.state} has ${one.submissions} of ${stored} submissions`]),
          ...(one.submissions >= one.known
            ? []
            : [`a file has ${one.submissions} submissions, ${one.known} were acknowledged`]),
        ]
      })
    },
  }
}

/** The file of all answers; nothing while there is no database. */
async function fileOf(sender: Sender, note: (status: number) => void): Promise<string | undefined> {
  const page = await request(sender, exportsHref)
  note(page.status)
  if (page.status !== 200) return undefined
  const chosen = { erhebung: 'umfrage-1', datei: 'antworten', format: 'csv' }
  let answer = await request(sender, exportsHref, { _csrf: hidden(page, '_csrf'), ...chosen })
  note(answer.status)
  const { location } = answer
  for (let tries = 0; answer.status === 202 || (answer.status === 303 && tries === 0); tries += 1) {
    if (tries > 0) await sleep(1_000)
    answer = await request(sender, location)
    // What was being computed is gone with the one that wrote.
    if (answer.status !== 404 && answer.status !== 410) note(answer.status)
  }
  return answer.status === 200 ? answer.text : undefined
}

/** Each form holds its newest submission, whose number is how many there were of it. */
function sumsIn(text: string): Pick<Evaluated, 'state' | 'submissions'> {
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  return {
    state: Number(data[0]?.[dataState.name]),
    submissions: data.reduce((sum, { abgabe }) => sum + Number(abgabe), 0),
  }
}
