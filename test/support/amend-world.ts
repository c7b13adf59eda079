import type { AmendContext } from '../../server/amendments/amend.ts'
import type { AskedAmendment } from '../../server/amendments/check-amendments.ts'
import { readConfig } from '../../server/boot/config.ts'
import { Forms } from '../../server/forms/form.ts'
import { registerReader } from '../../server/store/register.ts'
import type { FreshDatabase } from './fresh-database.ts'

/** What amends answers in a database of a test. */
export function amendContext({ db, pool, url }: FreshDatabase, env: Record<string, string> = {}): AmendContext {
  const read = readConfig({ STICHTAG_SECRET: 'x'.repeat(40), DATABASE_URL: url, ...env })
  if ('problems' in read) throw new Error(read.problems.join(' '))
  return { db, pool, config: read.config, forms: new Forms(), register: registerReader(db) }
}

/** The participants of a wave, by their units. */
export async function participantsOf({ db }: Pick<FreshDatabase, 'db'>, wave: string): Promise<Map<string, number>> {
  const rows = await db.selectFrom('participant').select(['id', 'unit']).where('wave_id', '=', wave).execute()
  return new Map(rows.map(({ id, unit }) => [unit, id]))
}

export const because = {
  reason: 'typing',
  source: 'call',
  note: 'am Telefon geklärt',
} as const satisfies Partial<AskedAmendment>
