import { sql } from 'kysely'
import type { Shot } from '../fire.ts'
import { answeredFields, section } from '../questionnaire.ts'
import type { Row } from '../row.ts'
import { settle } from '../world.ts'

/** One changed field, sent by the script of the form and stored before the answer. */
export const autosave: Row = {
  name: 'autosave',
  title: 'Speichern eines Feldes während der Eingabe',
  bare: 'bare-autosave',
  budget: 0.6,
  connections: 10,
  rounds: 7,
  async prepare({ db, newWave, instrument }) {
    const guests = await newWave('speichern')
    await settle(db)
    const field = answeredFields(instrument).at(-1)
    if (field === undefined) throw new Error('there is no field')
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
    let sent = 0
    const shots = (round: number): Shot[] => {
      sent += guests.length
      // Every round changes each form once, so the revision that its writer has seen is known.
      return guests.map(({ wave, cookie, csrf }) => {
        const fields = { _csrf: csrf, _rev: String(round + 1), _umfang: 'felder', [field.name]: String(1000 + round) }
        const body = new URLSearchParams(fields).toString()
        return { method: 'POST', path: `/erhebung/${wave}/abschnitt/${section}`, headers: { ...headers, cookie }, body }
      })
    }
    return {
      env: {},
      ours: shots,
      bare: (round) => shots(round).map((shot) => ({ ...shot, path: '/' })),
      status: { ours: 200, bare: 200 },
      async verify() {
        const { rows } = await sql<{ ours: number; bare: number }>`select
          (select count(*)::integer from draft_change where rev > 1) as ours,
          (select count(*)::integer from bare_autosave) as bare`.execute(db)
        const stored = (rows[0]?.ours ?? 0) + (rows[0]?.bare ?? 0)
        if (stored !== sent) throw new Error(`${stored} of ${sent} saves are stored`)
      },
    }
  },
}
