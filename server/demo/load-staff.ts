import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppContext } from '../boot/context.ts'
import { hashPassword, newPassword } from '../domain/password.ts'
import { type Role, roles } from '../domain/rights.ts'
import { seal } from '../domain/sealed.ts'
import { newTotpSecret } from '../domain/totp.ts'
import { unlessCode } from '../errors/error-code.ts'
import type { ScopePart } from '../store/scopes.ts'
import { addAccount, listAccounts } from '../store/staff-accounts.ts'

/** An account that the start shows. */
interface DemoAccount {
  name: string
  role: Role
  password: string
}

/** The second account of the field office. */
export const colleague = 'feldbuero-2'

/** The Kreis of the account of a Landkreis: Göppingen. */
const shownKreis = '117'

const accountsFile = ({ config }: Pick<AppContext, 'config'>) => join(config.dataDir, 'demo-konten.json')

/** One for each role, named after it, and a colleague in the field office. */
const wanted: readonly Pick<DemoAccount, 'name' | 'role'>[] = [
  ...(Object.keys(roles) as Role[]).map((role) => ({ name: role, role })),
  { name: colleague, role: 'feldbuero' },
]

/** Makes the accounts that are missing. Passwords are kept before they work, so that none is ever unknown. */
export async function loadStaff(context: AppContext): Promise<void> {
  const { db, keys } = context
  const present = new Set((await listAccounts(db)).map(({ name }) => name))
  const missing = wanted.filter(({ name }) => !present.has(name))
  if (missing.length === 0) return
  const made = missing.map((one): DemoAccount => ({ ...one, password: newPassword() }))
  const kept = (await readDemoAccounts(context)).filter(({ name }) => present.has(name))
  await writeFile(accountsFile(context), JSON.stringify([...kept, ...made], null, 2), { mode: 0o600 })
  for (const { name, role, password } of made) {
    const passwordHash = await hashPassword(password, keys.password)
    const scope: ScopePart[] = role === 'landkreis' ? [{ kind: 'kreis', key: shownKreis }] : []
    await addAccount(db, { name, role, passwordHash, scope, demo: { sealedSecret: seal(newTotpSecret(), keys.totp) } })
  }
}

export async function readDemoAccounts(context: Pick<AppContext, 'config'>): Promise<DemoAccount[]> {
  return JSON.parse((await readFile(accountsFile(context), 'utf8').catch(unlessCode('ENOENT'))) ?? '[]')
}
