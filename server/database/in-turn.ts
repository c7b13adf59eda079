import pg from 'pg'

/** Does something that only one process at a time may do: the others wait. A connection of its own, however long it takes. */
export async function inTurn(url: string | undefined, lock: number, work: () => Promise<void>): Promise<void> {
  const turn = new pg.Client({ connectionString: url })
  await turn.connect()
  try {
    await turn.query('select pg_advisory_lock($1)', [lock])
    await work()
  } finally {
    await turn.end()
  }
}
