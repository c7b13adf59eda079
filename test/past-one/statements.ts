import type pg from 'pg'

/** What a database was asked. */
export interface Statement {
  text: string
  values: unknown[]
}

/** Notes all that is asked through a pool from now on; of what is copied out, the query. */
export function noteStatements(pool: pg.Pool): Statement[] {
  const noted: Statement[] = []
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const noting = (...args: unknown[]) => {
      const [first, values] = args
      const asked = typeof first === 'string' ? { text: first, values } : (first as Asked)
      const text = asked.text ?? asked.cursor?.text ?? ''
      const copied = /^copy \(([\s\S]*)\) to stdout/.exec(text)?.[1]
      if (/^\s*(select|with)\b/.test(copied ?? text)) noted.push({ text: copied ?? text, values: listOf(asked.values) })
      return query(...args)
    }
    Object.assign(client, { query: noting })
  })
  return noted
}

/** A statement, or a stream that carries one. */
interface Asked {
  text?: string
  values?: unknown
  cursor?: { text?: string }
}

const listOf = (values: unknown) => (Array.isArray(values) ? values : [])

/** How the database would go about it, with what it would ask others. */
export async function planOf(pool: pg.Pool, { text, values }: Statement): Promise<string> {
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain (verbose, costs off) ${text}`, values)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}
