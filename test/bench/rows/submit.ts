import { sql } from 'kysely'
import { checkHref } from '../../../server/http/pages/addresses.ts'
import type { Shot } from '../fire.ts'
import { answeredFields } from '../questionnaire.ts'
import { type Row, rounds } from '../row.ts'
import { type Guest, settle } from '../world.ts'

/** What the page where all is checked sends when its last button is pressed. */
const whole = { _rev: '1', _umfang: 'abschnitt', _leer: 'ja', _aktion: 'absenden' }

/** A durable submission of 150 answers with checks, token and audit entry; every one of another participant. */
export const submit: Row = {
  name: 'submit',
  title: 'Absenden mit Prüfungen, Beleg und Protokoll',
  bare: 'bare-submit',
  budget: 0.6,
  p99Budget: 2,
  connections: 10,
  async prepare({ db, newWave, instrument }) {
    const waves: Guest[][] = []
    for (let round = 0; round < rounds; round += 1) waves.push(await newWave(`absenden-${round}`))
    await settle(db)
    const answers = new URLSearchParams(answeredFields(instrument).map(({ name, value }) => [name, value])).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const guests = (round: number) => waves[round] ?? []
    let sent = 0
    return {
      env: {},
      ours(round) {
        sent += guests(round).length
        return guests(round).map((guest): Shot => {
          const body = new URLSearchParams({ ...whole, _csrf: guest.csrf }).toString()
          return { method: 'POST', path: checkHref(guest), headers: { ...headers, cookie: guest.cookie }, body }
        })
      },
      bare: (round) =>
        guests(round).map(({ participantId }) => ({
          method: 'POST',
          path: `/${participantId}`,
          headers,
          body: answers,
        })),
      status: { ours: 303, bare: 303 },
      async verify() {
        for (const table of ['submission', 'bare_submission']) {
          const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(db)
          if (rows[0]?.n !== sent) throw new Error(`${table} has ${rows[0]?.n} rows of ${sent}`)
        }
      },
    }
  },
}
