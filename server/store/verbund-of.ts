import type { Pool } from 'pg'

/** To which Antragsverbund each Kommune belonged on a day, as the register knew it in a state of the data. */
export async function verbundOf(
  pool: Pool,
  day: string | null,
  { state }: { state: number },
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ gkz: string; verbund: string }>(
    `select gkz, verbund from verbund_mitglied_in($1)
     where coalesce($2::date, (now() at time zone 'Europe/Berlin')::date)
       between valid_from and coalesce(valid_to, 'infinity')`,
    [state, day],
  )
  return new Map(rows.map(({ gkz, verbund }) => [gkz, verbund]))
}
