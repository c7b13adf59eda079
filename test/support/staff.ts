import { hashPassword } from '../../server/domain/password.ts'
import type { Role } from '../../server/domain/rights.ts'
import { seal } from '../../server/domain/sealed.ts'
import { newTotpSecret, totpCode } from '../../server/domain/totp.ts'
import { addAccount } from '../../server/store/staff-accounts.ts'
import type { TestApp } from './app.ts'
import { Visitor } from './visitor.ts'

/** A hash names its cost, so that of most tests can be quick: a login asks for a quarter of a second otherwise. */
const quick = { ln: 4, r: 8, p: 1 }

export const password = 'Sieben Zwerge im Wald'

interface StaffAccount {
  id: number
  name: string
  secret: Buffer
}

/** An account that has chosen its password and set up its second factor. */
export async function staffAccount(
  test: TestApp,
  role: Role,
  name: string = role,
  cost = quick,
): Promise<StaffAccount> {
  const id = await addAccount(test.db, { name, role, passwordHash: '' })
  if (id === undefined) throw new Error(`${name} is taken`)
  return setUpAccount(test, name, cost)
}

/** An account that somebody has made, once its owner has chosen the usual password and set up a second factor. */
export async function setUpAccount({ db, keys }: TestApp, name: string, cost = quick): Promise<StaffAccount> {
  const secret = newTotpSecret()
  const { id } = await db
    .updateTable('staff.account')
    .set({
      password_hash: await hashPassword(password, keys.password, cost),
      password_initial: false,
      totp_secret: seal(secret, keys.totp),
      totp_confirmed_at: new Date(),
    })
    .where('name', '=', name)
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, name, secret }
}

/** The code that the app of an account shows, good even where it was taken just now: tests are quicker than people. */
export async function appCode({ db }: TestApp, { id, secret }: StaffAccount): Promise<string> {
  await db.updateTable('staff.account').set({ totp_last_step: null }).where('id', '=', id).execute()
  return totpCode(secret, null, new Date())
}

/** Somebody of the staff, logged in with password and code. */
export async function signIn(test: TestApp, account: StaffAccount, app = test.app): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.get('/intern/anmelden')
  await visitor.post('/intern/anmelden', { name: account.name, kennwort: password })
  const answer = await visitor.post('/intern/anmelden/code', { code: await appCode(test, account) })
  if (answer.status !== 303) throw new Error(`login failed with ${answer.status}: ${answer.words}`)
  return visitor
}
