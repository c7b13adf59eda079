import { sql } from 'kysely'
import { sectionHref } from '../../../server/http/pages/addresses.ts'
import type { Shot } from '../fire.ts'
import { answeredFields, section } from '../questionnaire.ts'
import type { Row } from '../row.ts'
import { settle } from '../world.ts'

/**
 * One changed field, sent by the script of the form and stored before the answer; the bare server stores the whole form, as
 * whoever keeps no single fields must.
 */
export const autosave: Row = {
  name: 'autosave',
  title: 'Speichern eines Feldes während der Eingabe',
  bare: 'bare-autosave',
  budget: 0.4,
  connections: 10,
  async prepare({ db, newWave, instrument }) {
    const guests = await newWave('speichern')
    await settle(db)
    const fields = answeredFields(instrument)
    const last = fields.at(-1)?.name ?? ''
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const form = new URLSearchParams(fields.map(({ name, value }) => [name, value])).toString()
    let sent = 0
    return {
      env: {},
      // Every round changes each form once, so the revision that its writer has seen is known.
      ours(round) {
        sent += guests.length
        return guests.map((guest): Shot => {
          const sentFields = {
            _csrf: guest.csrf,
            _rev: String(round + 1),
            _umfang: 'felder',
            [last]: String(1000 + round),
          }
          const body = new URLSearchParams(sentFields).toString()
          return {
            method: 'POST',
            path: sectionHref(guest, section),
            headers: { ...headers, cookie: guest.cookie, accept: 'application/json' },
            body,
          }
        })
      },
      bare: () => guests.map(() => ({ method: 'POST', path: '/', headers, body: form })),
      status: { ours: 200, bare: 200 },
      async verify() {
        const { rows } = await sql<{ ours: number; bare: number }>`select
          (select count(*)::integer from draft_change where rev > 1) as ours,
          (select count(*)::integer from bare_autosave) as bare`.execute(db)
        for (const stored of Object.values(rows[0] ?? {}))
          if (stored !== sent) throw new Error(`${stored} of ${sent} saves are stored`)
      },
    }
  },
}
