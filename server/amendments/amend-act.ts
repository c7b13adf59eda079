import { shownAmended } from '../../surveys/amending/shown-amended.ts'
import { formatNumber } from '../../surveys/reading/number.ts'
import { Forms } from '../forms/form.ts'
import { insertAmendments } from '../store/amendments.ts'
import { readRegister } from '../store/register.ts'
import { participantIds } from '../store/scopes.ts'
import { noteStaff } from '../store/staff-audit.ts'
import type { About, Act } from '../waves/act.ts'
import { askedAmendments } from './asked-amendments.ts'
import { type CheckedAmendments, checkAmendments } from './check-amendments.ts'
import { amendmentReasons, amendmentSources } from './grounds.ts'

const mostShown = 30

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
  async preview({ db, wave, asked }) {
    const amendments = askedAmendments(asked)
    const units = new Map([...(await participantIds(db, wave.id, undefined))].map(([unit, id]) => [id, unit]))
    const { instrument } = await new Forms().get({ ...wave, surveyVersion: wave.survey_version })
    const { gemeinden } = await readRegister(db)
    const lines = amendments.slice(0, mostShown).map(({ participantId, field, was, became, reason, source, note }) => {
      const variable = instrument.variable.get(field)
      const shown = (one: typeof was) => (variable === undefined ? String(one) : shownAmended(one, variable))
      const unit = units.get(participantId) ?? ''
      const title = instrument.labels.get(field)?.label ?? field
      const name = gemeinden.get(unit)?.name
      return {
        label: `${name === undefined ? unit : `${name} (${unit})`}: ${[variable?.number, title].filter(Boolean).join(', ')}`,
        value: [
          `${shown(was)} → ${shown(became)}`,
          amendmentReasons[reason].label,
          amendmentSources[source].label,
          ...(note === '' ? [] : [note]),
        ].join('; '),
      }
    })
    const more = amendments.length - lines.length
    return more === 0 ? lines : [...lines, { label: 'Dazu', value: `${formatNumber(more)} weitere` }]
  },
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
