import { readFile } from 'node:fs/promises'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { ownField } from '../../surveys/compile/unit-kinds.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import { typedNumber } from '../../surveys/reading/number.ts'
import type { Register } from '../../surveys/reading/register.ts'
import type { AppContext } from '../boot/context.ts'
import type { Db } from '../database/database.ts'
import { askedWave } from '../field/asked-wave.ts'
import { Forms } from '../forms/form.ts'
import { readRollUp } from '../rollup/read-roll-up.ts'
import { openedEarlier } from '../store/field-phase.ts'
import { everyEinsatz, everyEmpfaenger } from '../store/funding-rows.ts'
import { type Invented, listUntouched, storeCorrections, storeInvented } from '../store/invented.ts'
import { numbersOfSurvey } from '../store/last-wave.ts'
import { readRegister, registerReader } from '../store/register.ts'
import { listAccounts } from '../store/staff-accounts.ts'
import { submissionsOf } from '../store/submissions.ts'
import { createWave, findWave, listParticipants, setWaveState } from '../store/waves.ts'
import { isMissing, ownFigures, shownKreise, type YearOfKennzahlen, years } from './kennzahlen.ts'
import { handedIn, inventParticipants } from './participants.ts'
import { type Profile, readProfile } from './profile.ts'
import { Random } from './random.ts'
import { signAll, signAnew } from './sign-kennzahlen.ts'

const [ofPersons, ofRecipients] = ['kennzahlen', 'kennzahlen-traeger']

/**
 * Kennzahlen of some years on their way up. The wave of the persons is closed as the last step, and each step looks whether it is done, so
 * that what was broken off goes on; a year that is closed stays as it is.
 */
export async function loadKennzahlen({ db }: AppContext, signal?: AbortSignal): Promise<void> {
  const profile = readProfile(
    JSON.parse(await readFile(new URL(`profiles/${ofPersons}.json`, import.meta.url), 'utf8')),
  )
  const register = await readRegister(db)
  for (const year of years) {
    signal?.throwIfAborted()
    const world = { db, year, profile, register }
    if ((await findWave(db, `${ofPersons}-${year.year}`))?.state !== 'closed') await loadYear(world)
  }
}

interface World {
  db: Db
  year: YearOfKennzahlen
  profile: Profile
  register: Register
}

type Asked = readonly { id: number; unit: string }[]

async function loadYear(world: World): Promise<void> {
  const { db, year, profile, register } = world
  const [persons, recipients] = await Promise.all([instrumentOf(ofPersons), instrumentOf(ofRecipients)])
  const numbers = [...register.verbuende].flatMap(([key, one]) => (isShown(key) ? [...one.numbers] : []))
  const wave = await openWave(world, persons, numbers.sort())
  const ofOwn = await openWave(world, recipients, await recipientsIn(db, `${year.year}-12-31`))
  const say = await personsSay(world, persons, wave)
  await storeInvented(db, persons, [say(profile, await listUntouched(db, wave), year.days.given)])
  await storeInvented(db, recipients, [await recipientsSay(world, recipients, await listUntouched(db, ofOwn))])
  await setWaveState(db, ofOwn, 'closed')

  const [reader, forms] = [registerReader(db), new Forms()]
  const asked = await askedWave({ db, forms }, wave)
  const read = async () => {
    const found = asked && (await readRollUp({ db, register: reader }, asked))
    if (found === undefined) throw new Error(`no way begins with ${ofPersons}`)
    return found
  }
  const signing = { db, year, wave, read, accountOf: await accountsOf(db) }
  await signAll(signing)
  const late = (await listParticipants(db, wave)).filter(({ unit }) => year.corrected.includes(unit))
  const revisions = await Promise.all(late.map(({ id }) => submissionsOf(db, id)))
  const once = late.filter((_, place) => revisions[place]?.length === 1)
  await storeCorrections(db, persons, say(recounted(profile), once, year.days.corrected))
  await signAnew(signing)
  await setWaveState(db, wave, 'closed')
}

async function instrumentOf(survey: string): Promise<Instrument> {
  const instrument = await loadInstrument(survey)
  if (instrument === undefined) throw new Error(`${survey} is missing`)
  return instrument
}

const isShown = (key: string) => shownKreise.includes(key.slice(0, 3))

/** Who of the shown Kreise receives the grant on a day. */
async function recipientsIn(db: Db, day: string): Promise<string[]> {
  const all = (await everyEmpfaenger(db)).filter(
    ({ empfaenger, valid_from, valid_to }) => isShown(empfaenger) && valid_from <= day && (valid_to ?? day) >= day,
  )
  return all.map(({ empfaenger }) => empfaenger).sort()
}

/** Opens the wave of a survey for a year where it is not yet there. */
async function openWave({ db, year }: World, instrument: Instrument, units: readonly string[]): Promise<string> {
  const wave = `${instrument.id}-${year.year}`
  const before = await findWave(db, wave)
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
      participants: units,
      unit: instrument.unit,
      ownField: ownField(instrument),
    })
  if (before === undefined || before.state === 'created') {
    await setWaveState(db, wave, 'open')
    await openedEarlier(db, { wave, days: daysSince(`${year.year + 1}-01-02`) })
  }
  return wave
}

/** Days until today. A demo that begins before a day has it happen now. */
const daysSince = (day: string): number => Math.max(0, Math.floor((Date.now() - Date.parse(day)) / 86_400_000))

/** Invents what persons say on a day; where they said something the year before, it follows from that. */
async function personsSay({ db, year, register }: World, instrument: Instrument, wave: string) {
  const before = await numbersOfSurvey(db, instrument.id)
  return (profile: Profile, some: Asked, day: string): Invented[] => {
    const asked = some.map(({ id, unit }) => {
      const earlier = before.get(unit)
      return { id, facts: { unit, name: unit, einwohner: 0, gemeinden: [], ...(earlier && { earlier }) } }
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

/** Invents what recipients say of their own, from the persons who worked for them in the year. */
async function recipientsSay({ db, year, profile, register }: World, instrument: Instrument, some: Asked) {
  const [first, last] = [`${year.year}-01-01`, `${year.year}-12-31`]
  const postings = (await everyEinsatz(db)).filter((one) => one.valid_from <= last && (one.valid_to ?? last) >= first)
  const before = await numbersOfSurvey(db, instrument.id)
  return some
    .filter(({ unit }) => !year.withoutOwn.includes(unit))
    .map(({ id, unit }): Invented => {
      const own = postings.filter(({ empfaenger }) => empfaenger === unit)
      const hundredths = own.reduce((sum, { vzae }) => sum + Math.round(vzae * 100), 0)
      const figures = ownFigures(year, unit, { persons: own.length, hundredths })
      const numbers = Object.entries(figures).map(([name, value]) => [name, typedNumber(value)])
      const typed = { durchfuehrung: 'verwaltung', ...Object.fromEntries(numbers) }
      const known = { unit, register, earlier: before.get(unit) }
      const random = new Random(`${instrument.id} ${year.year} ${unit}`)
      const { content, justifications } = handedIn(instrument, profile, typed, known, random)
      return {
        ...{ participantId: id, typed, justifications },
        submitted: { content, daysAgo: daysSince(year.days.given) },
      }
    })
}

/** Whose name stands below what a unit signs: that of its Landkreis where it has an account. */
async function accountsOf(db: Db): Promise<(unit: string) => number> {
  const accounts = await listAccounts(db)
  const [office, landkreis] = ['feldbuero', 'landkreis'].map((name) => accounts.find((one) => one.name === name)?.id)
  return (unit) => {
    const by = unit.startsWith(shownKreise[0] ?? '') ? landkreis : office
    if (by === undefined) throw new Error('the accounts of the demo world come before its figures')
    return by
  }
}
