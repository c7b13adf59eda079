import pg from 'pg'

/** An empty database in the place of the one that a cluster has; what was in it is gone. */
export async function emptyDatabase(url: string): Promise<void> {
  const wanted = new URL(url)
  const name = wanted.pathname.slice(1)
  wanted.pathname = 'postgres'
  const client = new pg.Client({ connectionString: wanted.href })
  await client.connect()
  try {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
    await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}
