import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { doneField } from '../../surveys/answer/draft-fields.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { ownField } from '../../surveys/compile/unit-kinds.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import { typeOf } from '../../surveys/types/index.ts'
import type { AppContext } from '../boot/context.ts'
import { createLogger } from '../boot/logger.ts'
import { Forms } from '../forms/form.ts'
import { doNextJob, rhythm } from '../jobs/do-job.ts'
import { jobKinds } from '../jobs/kinds.ts'
import { mailingKey, queueMailing } from '../mail/queue.ts'
import { extendAll, extendSome, listExtensions } from '../store/extensions.ts'
import { addNote, setStanding } from '../store/field-acts.ts'
import { notesOn } from '../store/field-notes.ts'
import { endedAs, openedBy, openedEarlier, sentEarlier, typedSince } from '../store/field-phase.ts'
import { type Invented, storeCorrections, storeInvented } from '../store/invented.ts'
import { findJob, findJobByKey } from '../store/jobs.ts'
import { readRegister } from '../store/register.ts'
import { listAccounts } from '../store/staff-accounts.ts'
import { submissionsOf } from '../store/submissions.ts'
import { createWave, dayFromToday, findWave, listParticipants, setWaveState } from '../store/waves.ts'
import { propose } from '../waves/approve.ts'
import { readFacts } from './facts.ts'
import { ends, type Fate, fateAt, fieldPhase, later, notes, reminders, stateOf, whenTyped } from './field-phase.ts'
import { colleague } from './load-staff.ts'
import { inventParticipants } from './participants.ts'
import { readProfile } from './profile.ts'

const { wave, survey, kreis, openedDaysAgo, daysLeft } = fieldPhase

/**
 * A wave in mid-field, with all its mails in the folder. Nothing is done where a mail server would send them, or where all of it is
 * there already: what somebody has done in it since stays so. Each step looks whether it is done, so that one that was broken off
 * goes on.
 */
export async function loadFieldPhase(context: AppContext, signal?: AbortSignal): Promise<void> {
  const { db, config } = context
  if (config.mail.smtp !== undefined || (await isComplete(context))) return
  const asked = await openWave(context)
  const ids = (...fates: Fate[]) => asked.flatMap(({ id, fate }) => (fates.includes(fate) ? [id] : []))
  const accounts = await listAccounts(db)
  const named = (wanted: string) => accounts.find(({ name }) => name === wanted)?.id
  const by = named('feldbuero')
  // To where nothing arrives nobody writes again before there is another address.
  const lost = ids('refused', 'returned', 'uncertain')
  const send = async (template: string, days: number, only?: readonly number[]) => {
    signal?.throwIfAborted()
    const isNew = await sendMails(context, { template, by, only, except: template === 'einladung' ? [] : lost }, signal)
    if (isNew) await sentEarlier(db, { wave, days, template })
  }

  await send('einladung', openedDaysAgo - 1)
  for (const [state, problem] of Object.entries(ends) as [keyof typeof ends, string][])
    await endedAs(db, ids(state), { state, problem })
  await answer(context, asked)
  await openedBy(db, ids('sent', 'corrected', 'ready', 'nearly', 'begun', 'opened'))
  await typedSince(db, wave, whenTyped(await instrumentOf()))
  const standing = { wave, by }
  const declined = 'Lehnt ab: Erfundener Grund, kein Personal'
  await setStanding(db, { ...standing, ids: ids('declined'), text: declined, standing: 'declined' })
  const exempt = 'Befreit: Erfundener Grund, niemand untergebracht'
  await setStanding(db, { ...standing, ids: ids('exempt'), text: exempt, standing: 'exempt' })
  for (const { fate, kind, text, colleague: isOther } of notes) {
    const [id] = ids(fate)
    if (id === undefined || (await notesOn(db, id)).some((note) => note.text === text)) continue
    await addNote(db, { ids: [id], wave, kind, text, by: isOther ? named(colleague) : by })
  }
  for (const { template, daysAgo } of reminders) await send(template, daysAgo)
  await extend(context, ids('begun', 'opened').slice(0, 3), by)
  for (const { template, daysAgo } of later) await send(template, daysAgo)
  await proposeMore(context, by)
  await send(last, 0, ids('silent').slice(0, 1))
}

/** The mail with which all of it is there. */
const last = 'neuer-zugangscode'

/** So that a mailing of this world is planned once. */
const markOf = (template: string) => `feldphase ${template}`

const isComplete = async ({ db }: AppContext) => (await findJobByKey(db, mailingKey(markOf(last))))?.state === 'done'

/** More time: for all, whose Frist was today, and some more for a few. */
async function extend({ db }: AppContext, some: readonly number[], by: number | undefined): Promise<void> {
  if ((await listExtensions(db, wave)).length > 0) return
  const [all, few] = [await dayFromToday(db, daysLeft), await dayFromToday(db, daysLeft + 14)]
  await db.transaction().execute(async (trx) => {
    await extendAll(trx, { wave, frist: all, reason: 'Erfundener Grund: Ferien und Krankheit', by })
    await extendSome(trx, { wave, frist: few, reason: 'Erfundener Grund: Wechsel der Software', by }, some)
  })
}

interface Asked {
  id: number
  unit: string
  fate: Fate
}

async function openWave({ db }: AppContext): Promise<Asked[]> {
  const instrument = await instrumentOf()
  const units = [...(await readFacts(db, instrument.unit)).keys()].filter((unit) => unit.startsWith(kreis)).sort()
  const isThere = (await findWave(db, wave)) !== undefined
  const made = {
    id: wave,
    survey: instrument.id,
    surveyVersion: instrument.version,
    surveyHash: instrument.hash,
    contactFields: instrument.contactFields,
    stichtag: await dayFromToday(db, -openedDaysAgo),
    frist: await dayFromToday(db, 0),
    synthetic: true,
    test: true,
    participants: units,
    unit: instrument.unit,
    ownField: ownField(instrument),
  }
  if (!isThere) await createWave(db, made)
  if ((await findWave(db, wave))?.state === 'created') await setWaveState(db, wave, 'open')
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

/** Sends one kind of mail, now; false where it was sent by an earlier start. Of a job whose server died it waits for the end. */
async function sendMails(context: AppContext, { by, ...wanted }: Sending, signal?: AbortSignal): Promise<boolean> {
  const { db, config } = context
  const mark = markOf(wanted.template)
  if ((await findJobByKey(db, mailingKey(mark)))?.state === 'done') return false
  const job = await queueMailing(db, config.mail, { wave, accountId: by, mark, ...wanted })
  const log = createLogger(config.logLevel)
  const doing = { context: { ...context, forms: new Forms() }, kinds: jobKinds, log, rhythm }
  const going = signal ?? new AbortController().signal
  while ((await doNextJob({ ...doing, signal: going }, job)) === undefined) {
    const { state } = (await findJob(db, job)) ?? {}
    if (state !== 'running') break
    going.throwIfAborted()
    await sleep(500)
  }
  return true
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
  const { id: open, questions = [] } = instrument.sections.findLast(hasCounts) ?? { id: '' }
  const unfilled = new Set([
    doneField(open),
    ...questions.flatMap(({ variables }) => variables.map(({ name }) => name)),
  ])
  const withoutLast = (typed: Record<string, string>) =>
    Object.fromEntries(Object.entries(typed).filter(([field]) => !unfilled.has(field)))
  const allDone = Object.fromEntries(instrument.sections.map(({ id }) => [doneField(id), '1']))
  const second = new Map(
    invent(`${wave} berichtigt`)
      .filter(isCorrected)
      .map((one) => [one.participantId, one]),
  )
  const stored = first.map(({ submitted, ...one }): Invented => {
    const fate = fates.get(one.participantId)
    const isReady = fate === 'ready' || fate === 'nearly'
    const full = { ...(second.get(one.participantId) ?? one).typed, ...(isReady ? allDone : {}) }
    const typed = fate === 'nearly' ? withoutLast(full) : full
    const isSent = submitted !== undefined && !isReady
    return { ...one, typed, ...(isSent ? { submitted } : {}) }
  })
  await storeInvented(db, instrument, [stored])
  // Of an earlier start some may be corrected already.
  const sent = await Promise.all(
    [...second.values()].map(async (one) => ({ one, sent: await submissionsOf(db, one.participantId) })),
  )
  const once = sent.flatMap(({ one, sent: all }) => (all.length < 2 ? [one] : []))
  const corrected = once.flatMap((one) =>
    one.submitted === undefined ? [] : [{ ...one, submitted: { ...one.submitted, daysAgo: 0 } }],
  )
  await storeCorrections(db, instrument, corrected)
}

/** Blank it is open, which one of remarks never is. */
const hasCounts = ({ questions }: Instrument['sections'][number]) =>
  questions.some(({ variables }) => variables.some(({ type }) => typeOf(type).sql === 'numeric'))

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
