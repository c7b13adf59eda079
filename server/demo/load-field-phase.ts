import { readFile } from 'node:fs/promises'
import { doneField } from '../../surveys/answer/draft-fields.ts'
import { ownField } from '../../surveys/compile/unit-kinds.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import type { AppContext } from '../boot/context.ts'
import { createLogger } from '../boot/logger.ts'
import { Forms } from '../forms/form.ts'
import { doNextJob, rhythm } from '../jobs/do-job.ts'
import { jobKinds } from '../jobs/kinds.ts'
import { queueMailing } from '../mail/queue.ts'
import { extendSome } from '../store/extensions.ts'
import { addNote, setStanding } from '../store/field-acts.ts'
import { endedAs, openedBy, openedEarlier, sentEarlier } from '../store/field-phase.ts'
import { type Invented, storeCorrections, storeInvented } from '../store/invented.ts'
import { readRegister } from '../store/register.ts'
import { listAccounts } from '../store/staff-accounts.ts'
import { createWave, dayFromToday, findWave, listParticipants, setWaveState } from '../store/waves.ts'
import { propose } from '../waves/approve.ts'
import { readFacts } from './facts.ts'
import { ends, type Fate, fateAt, fieldPhase, notes, reminders, stateOf } from './field-phase.ts'
import { inventParticipants } from './participants.ts'
import { readProfile } from './profile.ts'

const { wave, survey, kreis, openedDaysAgo, daysLeft } = fieldPhase

/**
 * A wave in mid-field, with all its mails in the folder. Nothing is done where a mail server would send them, or where the wave is
 * there already: what somebody has done in it since stays so.
 */
export async function loadFieldPhase(context: AppContext, signal?: AbortSignal): Promise<void> {
  const { db, config } = context
  if (config.mail.smtp !== undefined || (await findWave(db, wave)) !== undefined) return
  const asked = await openWave(context)
  const ids = (...fates: Fate[]) => asked.flatMap(({ id, fate }) => (fates.includes(fate) ? [id] : []))
  const by = (await listAccounts(db)).find(({ role }) => role === 'feldbuero')?.id
  // To where nothing arrives nobody writes again before there is another address.
  const lost = ids('refused', 'returned', 'uncertain')
  const send = async (template: string, days: number, only?: readonly number[]) => {
    signal?.throwIfAborted()
    await sendMails(context, { template, by, only, except: lost })
    await sentEarlier(db, { wave, days, template })
  }

  await sendMails(context, { template: 'einladung', by, except: [] })
  await sentEarlier(db, { wave, days: openedDaysAgo - 1, template: 'einladung' })
  for (const [state, problem] of Object.entries(ends) as [keyof typeof ends, string][])
    await endedAs(db, ids(state), { state, problem })
  await answer(context, asked)
  await openedBy(db, ids('sent', 'corrected', 'ready', 'begun', 'opened'))
  await setStanding(db, {
    ids: ids('declined'),
    wave,
    text: 'Lehnt ab: Erfundener Grund, kein Personal',
    by,
    standing: 'declined',
  })
  await setStanding(db, {
    ids: ids('exempt'),
    wave,
    text: 'Befreit: Erfundener Grund, niemand untergebracht',
    by,
    standing: 'exempt',
  })
  for (const { fate, kind, text } of notes) await addNote(db, { ids: ids(fate).slice(0, 1), wave, kind, text, by })
  const more = {
    wave,
    frist: await dayFromToday(db, daysLeft + 14),
    reason: 'Erfundener Grund: Wechsel der Software',
    by,
  }
  await db.transaction().execute((trx) => extendSome(trx, more, ids('begun', 'opened').slice(0, 3)))
  for (const { template, daysAgo } of reminders) await send(template, daysAgo)
  await send('neuer-zugangscode', 0, ids('silent').slice(0, 1))
  await proposeMore(context, by)
}

interface Asked {
  id: number
  unit: string
  fate: Fate
}

async function openWave({ db }: AppContext): Promise<Asked[]> {
  const instrument = await instrumentOf()
  const units = [...(await readFacts(db, instrument.unit)).keys()].filter((unit) => unit.startsWith(kreis)).sort()
  await createWave(db, {
    id: wave,
    survey: instrument.id,
    surveyVersion: instrument.version,
    surveyHash: instrument.hash,
    contactFields: instrument.contactFields,
    stichtag: await dayFromToday(db, -openedDaysAgo),
    frist: await dayFromToday(db, daysLeft),
    synthetic: true,
    test: true,
    participants: units,
    unit: instrument.unit,
    ownField: ownField(instrument),
  })
  await setWaveState(db, wave, 'open')
  await openedEarlier(db, { wave, days: openedDaysAgo })
  const participants = await listParticipants(db, wave)
  return participants
    .map(({ id, unit }) => ({ id, unit }))
    .sort((a, b) => a.unit.localeCompare(b.unit))
    .map((one, place) => ({ ...one, fate: fateAt(place) }))
}

interface Sending {
  template: string
  by: number | undefined
  only?: readonly number[] | undefined
  except: readonly number[]
}

/** Sends one kind of mail, now. */
async function sendMails(context: AppContext, { by, ...wanted }: Sending) {
  const { db, config } = context
  const job = await queueMailing(db, config.mail, { wave, accountId: by, ...wanted })
  const log = createLogger(config.logLevel)
  const doing = { context: { ...context, forms: new Forms() }, kinds: jobKinds, log, rhythm }
  await doNextJob({ ...doing, signal: new AbortController().signal }, job)
}

/** Invented answers: sent, corrected, done but not sent, begun. */
async function answer({ db }: AppContext, asked: readonly Asked[]): Promise<void> {
  const instrument = await instrumentOf()
  const profile = readProfile(JSON.parse(await readFile(new URL(`profiles/${survey}.json`, import.meta.url), 'utf8')))
  const [facts, register] = [await readFacts(db, instrument.unit), await readRegister(db)]
  const whom = asked.flatMap(({ id, unit }) => {
    const known = facts.get(unit)
    return known === undefined ? [] : [{ id, facts: known }]
  })
  const shown = asked.map(({ unit, fate }) => ({ unit, state: stateOf[fate] }))
  const fates = new Map(asked.map(({ id, fate }) => [id, fate]))
  const invent = (seed: string) => inventParticipants(instrument, { ...profile, wave: seed, shown }, whom, register)
  const isCorrected = ({ participantId }: Invented) => fates.get(participantId) === 'corrected'
  const first = invent(wave)
  const allDone = Object.fromEntries(instrument.sections.map(({ id }) => [doneField(id), '1']))
  const second = new Map(
    invent(`${wave} berichtigt`)
      .filter(isCorrected)
      .map((one) => [one.participantId, one]),
  )
  const stored = first.map(({ submitted, ...one }): Invented => {
    const isReady = fates.get(one.participantId) === 'ready'
    const typed = { ...(second.get(one.participantId) ?? one).typed, ...(isReady ? allDone : {}) }
    const isSent = submitted !== undefined && !isReady
    return { ...one, typed, ...(isSent ? { submitted } : {}) }
  })
  await storeInvented(db, instrument, [stored])
  const corrected = [...second.values()].flatMap((one) =>
    one.submitted === undefined ? [] : [{ ...one, submitted: { ...one.submitted, daysAgo: 0 } }],
  )
  await storeCorrections(db, instrument, corrected)
}

/** More time for all of another wave, since a trial needs nobody's consent: it waits for a second account. */
async function proposeMore({ db, pool, config }: AppContext, by: number | undefined): Promise<void> {
  const found = await findWave(db, survey)
  if (found?.synthetic !== true || by === undefined) return
  const asked = { frist: await dayFromToday(db, 56) }
  await propose({ db, pool, config }, { act: 'extend', wave: found, asked, reason: 'Erfundener Grund: Ferien', by })
}

async function instrumentOf() {
  const instrument = await loadInstrument(survey)
  if (instrument === undefined) throw new Error(`${survey} is missing`)
  return instrument
}
