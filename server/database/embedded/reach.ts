import { type Account, run } from './run.ts'

/**
 * Whether the server's user gets into a folder, through all folders above it. Tried rather than computed from modes:
 * access lists and network file systems have a say too.
 */
export function canEnter(folder: string, account: Account | undefined): Promise<boolean> {
  return tries('cd -- "$1"', folder, account)
}

/** Whether the server's user may run these binaries and read what they load. */
export function canUse(native: string, account: Account | undefined): Promise<boolean> {
  const script =
    'test -x "$1/bin/postgres" && test -r "$1/share/postgresql/postgres.bki" && test -r "$1/lib/libpq.so.5"'
  return tries(process.platform === 'linux' ? script : 'test -x "$1/bin/postgres"', native, account)
}

async function tries(script: string, folder: string, account: Account | undefined): Promise<boolean> {
  if (account === undefined) return true
  const { code } = await run('/bin/sh', ['-c', script, 'sh', folder], { account, cwd: '/' })
  return code === 0
}
