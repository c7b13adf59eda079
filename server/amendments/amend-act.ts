import { formatNumber } from '../../surveys/reading/number.ts'
import { Forms } from '../forms/form.ts'
import { insertAmendments } from '../store/amendments.ts'
import { readRegister } from '../store/register.ts'
import { participantIds } from '../store/scopes.ts'
import { noteStaff } from '../store/staff-audit.ts'
import type { About, Act } from '../waves/act.ts'
import { amendPreview } from './amend-preview.ts'
import { askedAmendments } from './asked-amendments.ts'
import { type CheckedAmendments, checkAmendments } from './check-amendments.ts'

const looked = new WeakMap<About, Promise<CheckedAmendments>>()

/** Looked at once: what an act is about is one object to the end of its transaction, which holds what was looked at. */
function check(about: About): Promise<CheckedAmendments> {
  const known = looked.get(about)
  if (known !== undefined) return known
  const { db, pool, wave, asked } = about
  const context = { db, pool, forms: new Forms(), register: () => readRegister(db) }
  const checked = checkAmendments(context, wave, askedAmendments(asked), { hold: true })
  looked.set(about, checked)
  return checked
}

/** Uses other values than those that were given, of one form or of many. What was given stays as it is. */
export const amendAct: Act = {
  label: 'Angaben korrigieren',
  right: 'answers.amend',
  reachesMany: async (about) => (await check(about)).isLarge,
  async faults(about) {
    const { db, wave, asked, by } = about
    if (wave.test) return ['In einem Probelauf wird nichts korrigiert: Seine Angaben gehen in nichts ein.']
    const amendments = askedAmendments(asked)
    const units = new Map([...(await participantIds(db, wave.id, by))].map(([unit, id]) => [id, unit]))
    if (amendments.some(({ participantId }) => !units.has(participantId)))
      return ['Das betrifft auch andere als die, für die das Konto arbeitet.']
    const { faults, unexplained } = await check(about)
    return [...faults, ...unexplained.map((one) => ({ ...one, message: `${one.message} ${explain}` }))].map(
      ({ place, message }) => {
        const { participantId = 0, field = '' } = amendments[place] ?? {}
        return `${units.get(participantId)}, ${field}: ${message}`
      },
    )
  },
  preview: ({ db, wave, asked }) => amendPreview(db, wave, askedAmendments(asked)),
  async run(about) {
    const { db, wave, by, agreedBy } = about
    const { rows } = await check(about)
    const [one, ...others] = rows
    const participant = others.length === 0 ? one?.participantId : undefined
    const detail = { amendments: rows.length, ...(participant === undefined ? {} : { participant }) }
    await noteStaff(db, { action: 'answers_amended', accountId: by, wave: wave.id, detail })
    await insertAmendments(db, rows, { by, agreedBy })
    return rows.length === 1 ? 'Die Korrektur gilt.' : `${formatNumber(rows.length)} Korrekturen gelten.`
  },
}

/** What is asked for where a check says something of the result. */
export const explain = 'Bitte schreiben Sie in die Bemerkung, warum es so stimmt.'
