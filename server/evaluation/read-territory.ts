import { type CarriedUnit, carriedUnits } from '../../analysis/territory/carried-units.ts'
import { typeOf } from '../../surveys/types/index.ts'
import type { Database } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import type { Snapshot, TerritoryUsed, Wanted } from '../store/panel-answers.ts'
import { readAskedUnits, readSuccessions } from '../store/successions.ts'
import { type Reader, sightOf } from './reader.ts'
import type { WaveSurvey } from './surveys.ts'

/** Kommunen that changed between the waves. */
export interface LoadedTerritory {
  /** What was carried over, wave by wave; [] where nothing was. */
  carried: readonly CarriedUnit[]
  /** What changed and was left out. */
  leftOut: readonly CarriedUnit[]
  /** Keys that are not looked at: those that ended, and what was left out. */
  gone: ReadonlySet<string>
}

const unchanged: LoadedTerritory = { carried: [], leftOut: [], gone: new Set() }

interface TerritoryWanted {
  snapshot: Snapshot
  used?: TerritoryUsed | undefined
  reader?: Reader | undefined
}

/** What became of Kommunen between the first and the last of the waves compared; of persons nothing does. */
export async function readTerritory(
  { db, pool }: Database,
  surveys: readonly WaveSurvey[],
  compared: readonly string[],
  { snapshot, used = 'carried', reader }: TerritoryWanted,
): Promise<LoadedTerritory> {
  const own = surveys.filter(({ wave }) => compared.includes(wave))
  if (used === 'asAsked' || own.length < 2 || own[0]?.instrument.unit !== 'gemeinde') return unchanged
  const successions = await readSuccessions(pool, snapshot)
  if (successions.length === 0) return unchanged
  const asked = await readAskedUnits(pool, compared)
  const waves = own.map(({ wave, stichtag, frist }) => ({
    ...{ wave, day: stichtag ?? frist, units: asked.get(wave) ?? new Set<string>() },
  }))
  const found = carriedUnits(waves, successions)
  const parts = found.flatMap((one) => one.parts.filter((part) => part !== one.unit))
  if (used === 'carried') return { carried: found, leftOut: [], gone: new Set(parts) }
  const sees = await sightOf(reader, db, compared)
  const changed = new Set(found.flatMap(({ unit, parts: own }) => [unit, ...own]))
  if (waves.some(({ wave, units }) => [...changed].some((unit) => units.has(unit) && !sees(wave, unit))))
    throw new InputError(onlyWithSight)
  return { carried: [], leftOut: found, gone: new Set([...parts, ...found.map(({ unit }) => unit)]) }
}

/** Figures with them and figures without them differ by what they answered, and they are few. */
const onlyWithSight =
  'Ohne die Kommunen, die sich verändert haben, vergleicht nur, wer deren Angaben einzeln ansehen darf: Aus diesen Zahlen und denen mit ihnen zusammen folgt, was sie geantwortet haben. Bitte lassen Sie sie auf das spätere Gebiet übertragen.'

/** Whether a number of a wave can be added up over several Kommunen: counts and amounts can, shares cannot. */
export function addsUpIn(wanted: readonly Wanted[]): (name: string) => boolean {
  const byName = new Map(wanted.map((one) => [one.name, one.variable]))
  return (name) => {
    const variable = byName.get(name)
    const { measure, unit } = variable === undefined ? { measure: 'none', unit: '' } : typeOf(variable.type)
    return measure === 'number' && unit !== '%'
  }
}

/** Whether a unit was several in a wave. */
export const isMerged = ({ carried }: LoadedTerritory, wave: string, unit: string | undefined): boolean =>
  carried.some((one) => one.wave === wave && one.unit === unit && one.parts.length > 1)
