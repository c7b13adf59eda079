import type { OpenContext } from '../boot/open.ts'
import { hasRight } from '../domain/rights.ts'
import type { Reader } from '../evaluation/reader.ts'
import { namedAccount } from './named-account.ts'

/** Who reads by a command: an account sees what its role may and those for whom it works, the command line itself all. */
export async function readerOf(
  { db, config }: Pick<OpenContext, 'db' | 'config'>,
  als: string | undefined,
): Promise<Reader> {
  const name = als ?? config.actAs
  if (name === undefined) return { account: undefined, seesAnswers: true }
  const { id, role } = await namedAccount(db, name, als === undefined ? 'STICHTAG_ALS' : '--als')
  return { account: id, seesAnswers: hasRight(role, 'answers.read') }
}
