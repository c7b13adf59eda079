import { readFile } from 'node:fs/promises'
import { newestOf } from '../../analysis/rollup/content.ts'
import { signOff, type UnitState } from '../../analysis/rollup/roll-up.ts'
import { type Place, placeOf } from '../../analysis/rollup/structure.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { ownField } from '../../surveys/compile/unit-kinds.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import type { AppContext } from '../boot/context.ts'
import type { Db } from '../database/database.ts'
import { askedWave } from '../field/asked-wave.ts'
import { Forms } from '../forms/form.ts'
import { type ReadRollUp, readRollUp } from '../rollup/read-roll-up.ts'
import { openedEarlier } from '../store/field-phase.ts'
import { everyEinsatz } from '../store/funding-rows.ts'
import { type Invented, listUntouched, storeCorrections, storeInvented } from '../store/invented.ts'
import { storeInventedFigures, storeInventedSignOffs } from '../store/invented-roll-up.ts'
import { numbersOfSurvey } from '../store/last-wave.ts'
import { readRegister, registerReader } from '../store/register.ts'
import { listAccounts } from '../store/staff-accounts.ts'
import { submissionsOf } from '../store/submissions.ts'
import { createWave, findWave, listParticipants, setWaveState } from '../store/waves.ts'
import type { Facts } from './facts.ts'
import { isMissing, ownFigures, shownKreise, type YearOfKennzahlen, years } from './kennzahlen.ts'
import { inventParticipants } from './participants.ts'
import { type Profile, readProfile } from './profile.ts'

const survey = 'kennzahlen'

/**
 * Kennzahlen of some years on their way up. A wave is closed as the last step, and each step looks whether it is done, so that what was
 * broken off goes on; one that is closed stays as it is.
 */
export async function loadKennzahlen(context: AppContext, signal?: AbortSignal): Promise<void> {
  for (const year of years) {
    signal?.throwIfAborted()
    const wave = `${survey}-${year.year}`
    if ((await findWave(context.db, wave))?.state !== 'closed') await loadYear(context, year, wave)
  }
}

async function loadYear({ db }: AppContext, year: YearOfKennzahlen, wave: string): Promise<void> {
  const instrument = await loadInstrument(survey)
  if (instrument === undefined) throw new Error(`${survey} is missing`)
  const facts = await factsOf(db)
  await openWave(db, { instrument, year, wave, numbers: [...facts.keys()] })
  const profile = readProfile(JSON.parse(await readFile(new URL(`profiles/${survey}.json`, import.meta.url), 'utf8')))
  const invent = await inventor(db, { instrument, year, wave, facts })
  await storeInvented(db, instrument, [invent(profile, await listUntouched(db, wave), year.days.given)])

  const [register, forms] = [registerReader(db), new Forms()]
  const asked = await askedWave({ db, forms }, wave)
  const read = async () => {
    const found = asked && (await readRollUp({ db, register }, asked))
    if (found === undefined) throw new Error(`no way begins with ${survey}`)
    return found
  }
  const office = { db, year, wave, read, accounts: await accountsOf(db) }
  await signAll(office)
  const late = (await listParticipants(db, wave)).filter(({ unit }) => year.corrected.includes(unit))
  const revisions = await Promise.all(late.map(({ id }) => submissionsOf(db, id)))
  const once = late.filter((_, place) => revisions[place]?.length === 1)
  await storeCorrections(db, instrument, invent(recounted(profile), once, year.days.corrected))
  await signAnew(office)
  await setWaveState(db, wave, 'closed')
}

/** Days until today. A demo that begins before a day has it happen now. */
const daysSince = (day: string): number => Math.max(0, Math.floor((Date.now() - Date.parse(day)) / 86_400_000))

/** Persons of the shown Kreise by their numbers. */
async function factsOf(db: Db): Promise<Map<string, Facts>> {
  const { verbuende } = await readRegister(db)
  const numbers = [...verbuende].flatMap(([key, { numbers }]) => (isShown(key) ? [...numbers] : [])).sort()
  return new Map(numbers.map((unit) => [unit, { unit, name: unit, einwohner: 0, gemeinden: [] }]))
}

const isShown = (key: string) => shownKreise.includes(key.slice(0, 3))

interface Asking {
  instrument: Instrument
  year: YearOfKennzahlen
  wave: string
}

async function openWave(
  db: Db,
  { instrument, year, wave, numbers }: Asking & { numbers: readonly string[] },
): Promise<void> {
  const before = await findWave(db, wave)
  const opened = `${year.year + 1}-01-02`
  if (before === undefined)
    await createWave(db, {
      id: wave,
      survey: instrument.id,
      surveyVersion: instrument.version,
      surveyHash: instrument.hash,
      contactFields: instrument.contactFields,
      stichtag: `${year.year}-12-31`,
      frist: year.frist,
      synthetic: true,
      participants: [...numbers],
      unit: instrument.unit,
      ownField: ownField(instrument),
    })
  if (before?.state !== 'open') await setWaveState(db, wave, 'open')
  await openedEarlier(db, { wave, days: daysSince(opened) })
}

/** Invents what some say on a day; where they said something the year before, it follows from that. */
async function inventor(
  db: Db,
  { instrument, year, wave, facts }: Asking & { facts: ReadonlyMap<string, Facts> },
): Promise<(profile: Profile, some: readonly { id: number; unit: string }[], day: string) => Invented[]> {
  const register = await readRegister(db)
  const before = await numbersOfSurvey(db, survey)
  return (profile, some, day) => {
    const asked = some.flatMap(({ id, unit }) => {
      const known = facts.get(unit)
      const earlier = before.get(unit)
      return known === undefined ? [] : [{ id, facts: { ...known, ...(earlier && { earlier }) } }]
    })
    const shown = some.map(({ unit }): Profile['shown'][number] => ({
      unit,
      state: isMissing(year, unit) ? 'leer' : 'abgesendet',
    }))
    return inventParticipants(instrument, { ...profile, wave, shown }, asked, register).map((one) => ({
      ...one,
      ...(one.submitted && { submitted: { ...one.submitted, daysAgo: daysSince(day) } }),
    }))
  }
}

/** The same answers, but for consultations that were counted twice. */
const recounted = (profile: Profile): Profile => ({
  ...profile,
  steps: profile.steps.map((step) =>
    'number' in step && step.number === 'beratungen' && step.change !== undefined
      ? { ...step, share: step.share * 0.9, change: { ...step.change, share: step.change.share * 0.9 } }
      : step,
  ),
})

/** Whose name stands below what a unit gives and signs: that of its Landkreis where it has an account. */
async function accountsOf(db: Db): Promise<(unit: string) => number> {
  const accounts = await listAccounts(db)
  const [office, landkreis] = ['feldbuero', 'landkreis'].map((name) => accounts.find((one) => one.name === name)?.id)
  return (unit) => {
    const by = unit.startsWith(shownKreise[0] ?? '') ? landkreis : office
    if (by === undefined) throw new Error('the accounts of the demo world come before its figures')
    return by
  }
}

interface Office {
  db: Db
  year: YearOfKennzahlen
  wave: string
  read: () => Promise<ReadRollUp>
  accounts: (unit: string) => number
}

/** Level by level: own figures first, then the sign-off of all but those who are late. */
async function signAll(office: Office): Promise<void> {
  const { db, year, wave, read, accounts } = office
  const { levels } = await read()
  const highest = levels.at(-1)?.id
  const without = new Set([...year.late, ...year.unsigned])
  for (const level of levels.slice(1)) {
    if (level.survey !== undefined) await giveOwn(office, level.id)
    const now = await read()
    const open = statesAt(now, level.id).filter((state) => state.signed === undefined && !without.has(keyOf(state)))
    const day = level.id === highest ? year.days.handedOver : year.days.signed
    await storeInventedSignOffs(
      db,
      { wave, level: level.id, day },
      open.map((state) => ({ ...signature(now, state), account: accounts(keyOf(state)) })),
    )
  }
}

async function giveOwn({ db, year, wave, read, accounts }: Office, level: string): Promise<void> {
  const now = await read()
  const [first, last] = [`${year.year}-01-01`, `${year.year}-12-31`]
  const postings = (await everyEinsatz(db)).filter((one) => one.valid_from <= last && (one.valid_to ?? last) >= first)
  const open = statesAt(now, level).filter(
    (state) => newestOf(now.rolled.known, state.place) === undefined && !year.withoutOwn.includes(keyOf(state)),
  )
  await storeInventedFigures(
    db,
    { wave, level, day: year.days.given },
    open.map((state) => {
      const unit = keyOf(state)
      const own = postings.filter(({ empfaenger }) => empfaenger === unit)
      const hundredths = own.reduce((sum, { vzae }) => sum + Math.round(vzae * 100), 0)
      return { unit, account: accounts(unit), values: ownFigures(year, unit, { persons: own.length, hundredths }) }
    }),
  )
}

/** Some stand for the correction as well. */
async function signAnew({ db, year, wave, read, accounts }: Office): Promise<void> {
  const now = await read()
  for (const { id: level } of now.levels.slice(1)) {
    const changed = statesAt(now, level).filter(
      (state) => state.status === 'changed' && year.signedAnew.includes(keyOf(state)),
    )
    await storeInventedSignOffs(
      db,
      { wave, level, day: year.days.corrected },
      changed.map((state) => ({ ...signature(now, state), account: accounts(keyOf(state)) })),
    )
  }
}

const keyOf = ({ place, level }: UnitState) => place.slice(level.length + 1)

const statesAt = ({ rolled }: ReadRollUp, level: string) =>
  [...rolled.states.values()].filter((state) => state.level === level)

/** As it is stored: persons stand there by the numbers of their participants. */
function signature({ levels, persons }: ReadRollUp, state: UnitState) {
  const { number, content } = signOff(state, '', '')
  const level = levels[0]?.id ?? ''
  const ids = new Map(persons.map(({ id, unit }) => [placeOf(level, unit), placeOf(level, String(id))]))
  const stored = Object.entries(content).map(([place, revision]) => [ids.get(place as Place) ?? place, revision])
  return { unit: keyOf(state), number, content: Object.fromEntries(stored) }
}
