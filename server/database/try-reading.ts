import { withoutPassword } from '../boot/addresses.ts'
import { isDatabaseAway } from '../errors/database-away.ts'
import { errorCode } from '../errors/error-code.ts'
import { InputError } from '../errors/input-error.ts'
import { explainConnection } from './connection-problem.ts'
import { openDatabase } from './database.ts'

const setting = 'DATABASE_READ_URL'
const undefinedTable = '42P01'

/**
 * Refuses a setting that names something else than a copy of the database. One that is only away keeps nobody from writing: until it is
 * back, evaluations read from the database itself.
 */
export async function tryReading(url: string | undefined, tell: (line: string) => void): Promise<void> {
  if (url === undefined) return
  const { pool, close } = openDatabase(url, { max: 1 })
  try {
    await pool.query('select from data_state limit 1')
  } catch (error) {
    const found = explained(error, url)
    if (!(error instanceof Error && isDatabaseAway(error))) throw found
    tell(`${found.message} Bis sie es ist, lesen Auswertungen und Exporte aus DATABASE_URL.`)
  } finally {
    await close()
  }
}

function explained(error: unknown, url: string): Error {
  const problem = (why: string) =>
    new InputError(`Die Datenbank ${withoutPassword(url)} (${setting}) ist nicht benutzbar: ${why}`, { cause: error })
  if (errorCode(error) === undefinedTable)
    return problem('dort liegen keine Tabellen von Stichtag; gemeint ist eine Kopie der Datenbank von DATABASE_URL.')
  const known = explainConnection(error, url, setting)
  if (known instanceof InputError) return known
  return problem(error instanceof Error ? error.message : String(error))
}
