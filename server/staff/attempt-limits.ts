import { createHmac } from 'node:crypto'
import type { AppContext } from '../boot/context.ts'
import { readBrowserMark } from '../domain/browser-mark.ts'
import { networkKey } from '../domain/network-key.ts'
import { returnAttempt, takeAttempt } from '../store/attempts.ts'

/** From where somebody logs in. */
export interface Origin {
  ip: string
  /** What the browser keeps from an earlier login, or ''. */
  browserMark: string
}

interface Limit {
  key: string
  most: number
}

const mostOfOne = 10
const mostOfMany = 100

/**
 * How often a password may be tried in a quarter of an hour. The rule: whoever guesses uses up tries of their own and of nobody else.
 *
 * - In a browser in which this account has logged in before: 10, whatever happens elsewhere. So the real person gets in.
 * - In any other: 10 for this account from one network, 100 for this account from all, and 100 for all accounts from one network,
 *   for each try costs the server work. Who logs in for the first time while somebody guesses at just this account, from where they
 *   sit or from ten networks, waits; nobody else does.
 *
 * Whether a password was right is not told before the code, so that guesses teach nothing in either case.
 */
export function passwordLimits({ keys }: AppContext, { ip, browserMark }: Origin, name: string): Limit[] {
  const account = createHmac('sha256', keys.attempt).update(name).digest('base64url').slice(0, 16)
  const browser = readBrowserMark(browserMark, name, keys.attempt)
  if (browser !== undefined) return [{ key: `intern ${account} ${browser}`, most: mostOfOne }]
  const network = networkKey(ip, keys.attempt)
  return [
    { key: `intern ${account} ${network}`, most: mostOfOne },
    { key: `intern ${account}`, most: mostOfMany },
    { key: `intern ${network}`, most: mostOfMany },
  ]
}

/** Takes a try of each limit, the narrowest first; comes back with the seconds to wait where one has none left. */
export async function takeAttempts({ db }: AppContext, limits: readonly Limit[]): Promise<number> {
  for (const { key, most } of limits) {
    const wait = await takeAttempt(db, key, most)
    if (wait > 0) return wait
  }
  return 0
}

/** Gives the tries back of a login that succeeded, so that an office may log in all day. */
export async function returnAttempts(context: AppContext, origin: Origin, name: string): Promise<void> {
  for (const { key } of passwordLimits(context, origin, name)) await returnAttempt(context.db, key)
}
