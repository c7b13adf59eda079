import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** What Kommunen became part of, from a day on; whoever has ended belongs to no Antragsverbund from then on. */
export async function endGemeinden(
  trx: Db,
  gone: readonly { gkz: string; successor: string }[],
  from: string,
): Promise<void> {
  if (gone.length === 0) return
  const given = sql`jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as given(gkz text, successor text)`
  await sql`
    insert into gemeinde_nachfolge (gkz, successor, since) select gkz, successor, ${from} from ${given}
    on conflict (gkz) do update set successor = excluded.successor, since = excluded.since`.execute(trx)
  await sql`
    update verbund_mitglied m set valid_to = ${from}::date - 1 from ${given}
    where m.gkz = given.gkz and m.valid_from < ${from}::date and (m.valid_to is null or m.valid_to >= ${from}::date)`.execute(
    trx,
  )
  await sql`delete from verbund_mitglied m using ${given} where m.gkz = given.gkz and m.valid_from >= ${from}::date`.execute(
    trx,
  )
}
