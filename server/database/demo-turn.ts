import pg from 'pg'

const demoLock = 1_398_032_709

/** A turn at loading the demo world, which one server has at a time. */
export async function takeDemoTurn(connectionString: string): Promise<{ end(): Promise<void> }> {
  const client = new pg.Client({ connectionString })
  // That the database ends while it waits is told by the statements of those who work.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select pg_advisory_lock($1)', [demoLock])
    return client
  } catch (error) {
    await client.end()
    throw error
  }
}
