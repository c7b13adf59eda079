import type { OpenContext } from '../boot/open.ts'

/** Who acts, for the log: of every command that gives something out or changes something. */
export const actingOption = {
  als: { type: 'string', value: 'KONTO', help: 'wer es tut, für das Protokoll; sonst STICHTAG_ALS' },
} as const

/** The account that acts; undefined where nobody is named: the log then says 'Befehlszeile'. */
export async function actingAccount(
  { db, config }: Pick<OpenContext, 'db' | 'config'>,
  { als }: { als?: string | undefined },
): Promise<number | undefined> {
  const name = als ?? config.actAs
  if (name === undefined) return undefined
  const { namedAccount } = await import('../staff/named-account.ts')
  return (await namedAccount(db, name, als === undefined ? 'STICHTAG_ALS' : '--als')).id
}
