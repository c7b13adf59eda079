import { signOff, type UnitState } from '../../analysis/rollup/roll-up.ts'
import { type Place, placeOf } from '../../analysis/rollup/structure.ts'
import type { Db } from '../database/database.ts'
import type { ReadRollUp } from '../rollup/read-roll-up.ts'
import { storeInventedSignOffs } from '../store/invented-roll-up.ts'
import type { YearOfKennzahlen } from './kennzahlen.ts'

interface Signing {
  db: Db
  year: YearOfKennzahlen
  wave: string
  read: () => Promise<ReadRollUp>
  /** Whose name stands below. */
  accountOf: (unit: string) => number
}

/** Level by level all sign but those who are late. */
export async function signAll({ db, year, wave, read, accountOf }: Signing): Promise<void> {
  const { levels } = await read()
  const highest = levels.at(-1)?.id
  const without = new Set([...year.late, ...year.unsigned])
  for (const { id: level } of levels.slice(1)) {
    const now = await read()
    const open = statesAt(now, level).filter((state) => state.signed === undefined && !without.has(keyOf(state)))
    const day = level === highest ? year.days.handedOver : year.days.signed
    await storeInventedSignOffs(
      db,
      { wave, level, day },
      open.map((state) => ({ ...signature(now, state), account: accountOf(keyOf(state)) })),
    )
  }
}

/** Some stand for a correction as well. */
export async function signAnew({ db, year, wave, read, accountOf }: Signing): Promise<void> {
  const now = await read()
  for (const { id: level } of now.levels.slice(1)) {
    const changed = statesAt(now, level).filter(
      (state) => state.status === 'changed' && year.signedAnew.includes(keyOf(state)),
    )
    await storeInventedSignOffs(
      db,
      { wave, level, day: year.days.corrected },
      changed.map((state) => ({ ...signature(now, state), account: accountOf(keyOf(state)) })),
    )
  }
}

const keyOf = ({ place, level }: UnitState) => place.slice(level.length + 1)

const statesAt = ({ rolled }: ReadRollUp, level: string) =>
  [...rolled.states.values()].filter((state) => state.level === level)

/** As it is stored: persons stand there by the numbers of their participants. */
function signature({ levels, persons }: ReadRollUp, state: UnitState) {
  const { number, content, expected = [] } = signOff(state, '', '')
  const level = levels[0]?.id ?? ''
  const ids = new Map(persons.map(({ id, unit }) => [placeOf(level, unit), placeOf(level, String(id))]))
  const stored = (place: string) => ids.get(place as Place) ?? (place as Place)
  return {
    ...{ unit: keyOf(state), number, expected: expected.map(stored) },
    content: Object.fromEntries(Object.entries(content).map(([place, revision]) => [stored(place), revision])),
  }
}
