import { mergers, unincorporated } from '../../analysis/territory/mergers.ts'
import type { Territory, Unit } from '../../analysis/territory/place.ts'
import type { Db } from '../database/database.ts'

/** All Kommunen and Kreise that ever were on record, with their last days, and how some became others. */
export async function readTerritory(db: Db): Promise<Territory> {
  const gemeinden = await db
    .selectFrom('gemeinde')
    .select(['gkz as key', 'name', 'valid_to'])
    .orderBy('valid_from')
    .execute()
  const kreise = await db
    .selectFrom('kreis')
    .select(['kreis as key', 'name', 'valid_to'])
    .orderBy('valid_from')
    .execute()
  return { gemeinden: unitsOf(gemeinden), kreise: unitsOf(kreise), mergers, unincorporated }
}

/** Of several rows of a key the last one counts: the map keeps what is set last. */
function unitsOf(rows: readonly { key: string; name: string; valid_to: string | null }[]): Map<string, Unit> {
  return new Map(rows.map(({ key, name, valid_to }) => [key, { name, until: valid_to }]))
}
