import type { CarriedUnit } from '../territory/carried-units.ts'
import type { WaveParticipation } from './participation.ts'

/**
 * Who was asked and who answered, on the territory of a later wave: of units in their places, from who did
 * under the keys of then. Several that became one have answered where all of them have.
 */
export function carryParticipation(
  { wave, asked, answered }: WaveParticipation,
  then: readonly string[],
  units: readonly string[],
  carried: readonly CarriedUnit[],
): WaveParticipation {
  const placeOf = new Map(then.map((unit, place) => [unit, place]))
  const partsOf = new Map(carried.filter((one) => one.wave === wave).map(({ unit, parts }) => [unit, parts]))
  const all = (column: Uint8Array) => (unit: string) =>
    (partsOf.get(unit) ?? [unit]).every((part) => column[placeOf.get(part) ?? -1] === 1) ? 1 : 0
  return { wave, asked: Uint8Array.from(units, all(asked)), answered: Uint8Array.from(units, all(answered)) }
}
