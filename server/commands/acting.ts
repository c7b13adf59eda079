import type { OpenContext } from '../boot/open.ts'
import type { Holder } from '../domain/rights.ts'

export interface Acting extends Holder {
  id: number
}

/** Who acts, for the log: of every command that gives something out or changes something. */
export const actingOption = {
  als: { type: 'string', value: 'KONTO', help: 'wer es tut, für das Protokoll; sonst STICHTAG_ALS' },
} as const

/** The account that acts; undefined where nobody is named: the log then says 'Befehlszeile'. */
export async function actingAccount(
  { db, config }: Pick<OpenContext, 'db' | 'config'>,
  { als }: { als?: string | undefined },
): Promise<number | undefined> {
  return (await named({ db, config }, als))?.id
}

/** The same with what it may do. */
export async function actingHolder(
  { db, config }: Pick<OpenContext, 'db' | 'config'>,
  { als }: { als?: string | undefined },
): Promise<Acting | undefined> {
  const account = await named({ db, config }, als)
  if (account === undefined) return undefined
  const { scopeOf } = await import('../store/scopes.ts')
  const { id, role } = account
  return { id, role, isScoped: (await scopeOf(db, id)).length > 0 }
}

async function named({ db, config }: Pick<OpenContext, 'db' | 'config'>, als: string | undefined) {
  const name = als ?? config.actAs
  if (name === undefined) return undefined
  const { namedAccount } = await import('../staff/named-account.ts')
  return namedAccount(db, name, als === undefined ? 'STICHTAG_ALS' : '--als')
}
