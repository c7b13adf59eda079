import type { RollUpEvent } from '../../analysis/rollup/events.ts'
import { figuresOf } from '../../analysis/rollup/figures.ts'
import { type RollUp, rollUp } from '../../analysis/rollup/roll-up.ts'
import { type Place, placeOf } from '../../analysis/rollup/structure.ts'
import { whoStandsWhere } from '../../analysis/rollup/who-stands-where.ts'
import type { Level, WayUp } from '../../schemas/way-up.ts'
import type { Instrument, VariableLabel } from '../../surveys/compile/instrument.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import type { Register } from '../../surveys/reading/register.ts'
import { wayFrom } from '../../surveys/ways/load-ways.ts'
import { levelsIn } from '../../surveys/ways/way-up.ts'
import type { RouteContext } from '../boot/context.ts'
import type { AskedWave } from '../field/asked-wave.ts'
import { type FigureEntry, type FigureQuery, figureQueries } from '../store/figure-queries.ts'
import { type RolledPerson, rolledPersons, rollUpEvents } from '../store/roll-up.ts'
import { waveOfYear } from '../store/wave-of-year.ts'
import { unitsOfWave } from '../store/wave-office.ts'
import { knownOfYear } from './known-of-year.ts'

/** A wave in which units of a level give their own figures, and who is asked there. */
export interface WaveOfLevel {
  level: string
  wave: string
  asked: ReadonlySet<string>
}

/** The figures of a wave on their way up. */
export interface ReadRollUp {
  way: WayUp
  year: number
  wave: string
  synthetic: boolean
  /** Without the one that only receives. */
  levels: readonly Level[]
  persons: readonly RolledPerson[]
  others: readonly WaveOfLevel[]
  /** What levels ask those below them; persons are asked in their forms. */
  queries: readonly FigureQuery[]
  rolled: RollUp
  /** Persons who stand where their number begins, since the register knows no posting of theirs in the year. */
  byNumber: ReadonlySet<Place>
  /** How many stand nowhere. */
  nowhere: number
  /** Those of the year before, where it had a wave. */
  before: RollUp | undefined
  labels: ReadonlyMap<string, VariableLabel>
  /** The survey whose answers are the own figures of a level. */
  surveys: ReadonlyMap<string, Instrument>
}

/** Undefined for a wave whose figures stay where they are: no way begins with its survey, it has no Stichtag, or it is a trial. */
export async function readRollUp(
  { db, register }: Pick<RouteContext, 'db' | 'register'>,
  { wave, form }: AskedWave,
): Promise<ReadRollUp | undefined> {
  const { instrument } = form
  const way = await wayFrom(instrument.id)
  if (way === undefined || wave.stichtag === null || wave.test) return undefined
  const year = Number(wave.stichtag.slice(0, 4))
  const known = await register()
  const earlier = await waveOfYear(db, instrument.id, year - 1)
  const [now, before] = await Promise.all([
    rolledUp({ db, register: known, way, wave: wave.id, year }),
    earlier === undefined ? undefined : rolledUp({ db, register: known, way, wave: earlier, year: year - 1 }),
  ])
  const others = await Promise.all(way.levels.slice(1).map(({ survey }) => survey && loadInstrument(survey)))
  const surveys = [instrument, ...others].filter((one): one is Instrument => typeof one === 'object')
  return {
    way,
    year,
    wave: wave.id,
    synthetic: wave.synthetic,
    levels: levelsIn(way, year).slice(0, -1),
    ...now,
    before: before?.rolled,
    labels: new Map(surveys.flatMap(({ labels }) => [...labels])),
    surveys: new Map(surveys.map((one) => [one.id, one])),
  }
}

/** The waves of a year in which units above the lowest level give their own figures. */
async function wavesOfLevels(db: RouteContext['db'], { levels }: WayUp, year: number): Promise<WaveOfLevel[]> {
  const found = await Promise.all(
    levels.slice(1).map(async ({ id, survey }): Promise<WaveOfLevel[]> => {
      const wave = survey === undefined ? undefined : await waveOfYear(db, survey, year)
      return wave === undefined ? [] : [{ level: id, wave, asked: new Set(await unitsOfWave(db, wave)) }]
    }),
  )
  return found.flat()
}

interface OfYear {
  db: RouteContext['db']
  register: Register
  way: WayUp
  wave: string
  year: number
}

async function rolledUp({ db, register, way, wave, year }: OfYear) {
  const [persons, others] = await Promise.all([rolledPersons(db, wave), wavesOfLevels(db, way, year)])
  const asked = new Map(others.map((one) => [one.level, one.asked]))
  const standing = whoStandsWhere(way, year, persons, await knownOfYear(db, register, year), asked)
  const level = way.levels[0].id
  const [events, queries] = await Promise.all([
    rollUpEvents(db, { wave, level, persons, others }),
    figureQueries(db, wave),
  ])
  const placesOf = (units: ReadonlySet<string>) => new Set([...units].map((unit) => placeOf(level, unit)))
  return {
    persons,
    others,
    queries,
    rolled: rollUp(standing.structure, figuresOf(way), [...events, ...queries.flatMap(eventsOf)]),
    byNumber: placesOf(standing.byNumber),
    nowhere: standing.nowhere.size,
  }
}

/** A thread as the engine knows it: what was asked first, and what was answered last. */
function eventsOf({ id, from, to, figure, entries }: FigureQuery): RollUpEvent[] {
  const [first] = entries
  const answer = entries.findLast(({ kind }) => kind === 'answered')
  const said = ({ text, at, account }: FigureEntry) => ({ id: String(id), text, at: at.toISOString(), by: account })
  return [
    ...(first === undefined ? [] : [{ kind: 'asked' as const, from, to, figure, ...said(first) }]),
    ...(answer === undefined ? [] : [{ kind: 'answered' as const, ...said(answer) }]),
  ]
}
