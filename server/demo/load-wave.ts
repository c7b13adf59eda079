import type { Instrument } from '../../surveys/compile/instrument.ts'
import { ownField } from '../../surveys/compile/unit-kinds.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import type { AppContext } from '../boot/context.ts'
import type { Db } from '../database/database.ts'
import { hashAccessCode, newAccessCode } from '../domain/access-code.ts'
import { kreisName } from '../domain/kreis-name.ts'
import { InputError } from '../errors/input-error.ts'
import { storeCodes } from '../store/access-codes.ts'
import { openedEarlier } from '../store/field-phase.ts'
import { readRegister } from '../store/register.ts'
import { presentKreise } from '../store/registry-rows.ts'
import { createWave, dayFromToday, findWave, listParticipants, type NewWave, setWaveState } from '../store/waves.ts'
import { answerFor } from './answer-for.ts'
import { answeredBefore } from './answered-before.ts'
import { readComments } from './comments.ts'
import type { DemoCode } from './demo-codes.ts'
import { type Facts, readFacts } from './facts.ts'
import { commentsByUnit, type PlacedComment, placeComments } from './place-comments.ts'
import type { Profile } from './profile.ts'

/**
 * Creates a wave, with answers and access codes of those that the start shows. The wave is opened as the last step, so that
 * what was broken off is made whole; one that somebody has closed since stays so.
 */
export async function beginWave(
  { db, keys }: AppContext,
  profile: Profile,
  early: ReadonlySet<string>,
  keepCodes: (codes: DemoCode[]) => Promise<void>,
): Promise<void> {
  const { wave, shown } = profile
  const instrument = await instrumentOf(profile)
  const before = await findWave(db, wave)
  if (before?.synthetic === false) throw new InputError(`Die Welle „${wave}“ gibt es schon, und sie ist keine Demo.`)
  if (before !== undefined && before.state !== 'created') return

  const facts = await factsOf(db, instrument, profile)
  if (before === undefined) await createWave(db, await demoWave(db, wave, instrument, [...facts.keys()]))
  const some = new Map([...facts].filter(([unit]) => early.has(unit)))
  await answerFor(db, instrument, profile, some)

  const participants = await listParticipants(db, wave)
  const receivers = shown.flatMap(({ unit, state }) => {
    const { id, name } = participants.find((one) => one.unit === unit) ?? {}
    return id === undefined || name === undefined ? [] : [{ id, unit, name, state, code: newAccessCode() }]
  })
  await storeCodes(
    db,
    receivers.map(({ id, code }) => ({ participantId: id, hash: hashAccessCode(code, keys.accessCode) })),
  )
  await keepCodes(receivers.map(({ unit, name, state, code }) => ({ wave, unit, name, state, code })))
  await setWaveState(db, wave, 'open')
  // The oldest of its invented answers came twenty days ago.
  await openedEarlier(db, { wave, days: 21 })
}

/** Answers for all others of a wave; says how many answers were stored. `early` are those who answered before. */
export async function completeWave(
  { db }: AppContext,
  profile: Profile,
  signal?: AbortSignal,
  early: ReadonlySet<string> = new Set(),
): Promise<number> {
  const instrument = await instrumentOf(profile)
  const facts = await factsOf(db, instrument, profile)
  const comments = commentsByUnit(await placed(db, { instrument, profile, facts, early }))
  return answerFor(db, instrument, profile, facts, { comments, signal })
}

/** Who writes which comment of a wave; the same before and after its answers are stored. */
export async function placedComments({ db }: AppContext, profile: Profile, early: ReadonlySet<string>) {
  const instrument = await instrumentOf(profile)
  return placed(db, { instrument, profile, facts: await factsOf(db, instrument, profile), early })
}

type Placing = Pick<Parameters<typeof placeComments>[0], 'instrument' | 'profile' | 'facts' | 'early'>

async function placed(db: Db, placing: Placing): Promise<PlacedComment[]> {
  const { comments } = await readComments(placing.profile.wave)
  const kreise = new Map((await presentKreise(db)).map((one) => [one.kreis, kreisName(one)]))
  return placeComments({ ...placing, comments, kreise })
}

async function instrumentOf({ wave }: Profile): Promise<Instrument> {
  const instrument = await loadInstrument(wave)
  if (instrument === undefined) throw new Error(`${wave} is missing`)
  return instrument
}

/** All who can be asked, with what is known of them. */
async function factsOf(db: Db, instrument: Instrument, { earlier }: Profile): Promise<ReadonlyMap<string, Facts>> {
  const { unit } = instrument
  const facts = await readFacts(db, unit)
  if (unit === 'gemeinde') {
    const before = earlier === undefined ? new Map() : await answeredBefore(db, earlier, instrument)
    return new Map([...facts].map(([gkz, known]) => [gkz, { ...known, ...before.get(gkz) }]))
  }
  const { verbuende } = await readRegister(db)
  return new Map(
    [...verbuende].flatMap(([verbund, { numbers }]) => {
      const known = facts.get(verbund)
      return known === undefined
        ? []
        : [...numbers].sort().map((number) => [number, { ...known, unit: number }] as const)
    }),
  )
}

async function demoWave(db: Db, id: string, instrument: Instrument, participants: string[]): Promise<NewWave> {
  return {
    id,
    survey: instrument.id,
    surveyVersion: instrument.version,
    surveyHash: instrument.hash,
    contactFields: instrument.contactFields,
    stichtag: instrument.stichtag ?? null,
    frist: await dayFromToday(db, 42),
    synthetic: true,
    participants,
    unit: instrument.unit,
    ownField: ownField(instrument),
  }
}
