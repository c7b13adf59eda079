import { spawn } from 'node:child_process'

/** The user that a program runs as, where that is not us. */
export interface Account {
  name: string
  uid: number
  gid: number
}

interface RunOptions {
  account?: Account | undefined
  cwd?: string
  env?: Record<string, string>
}

/**
 * Runs a program and says how it ended. Settings of the caller's own PostgreSQL (`PGDATA`, `PGPORT`, …) do not reach
 * it, and its messages are English whatever the locale, since some of them are looked for.
 */
export function run(
  file: string,
  args: string[],
  { account, cwd, env }: RunOptions = {},
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...withoutPostgresSettings(process.env), LC_ALL: 'C', ...env },
      windowsHide: true,
      ...(account && { uid: account.uid, gid: account.gid }),
      ...(cwd && { cwd }),
    })
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', reject)
    // Not 'close': a server left running may keep the pipes open for ever.
    child.once('exit', (code) => {
      setImmediate(() => {
        child.stdout.destroy()
        child.stderr.destroy()
        resolve({ code, output: Buffer.concat(chunks).toString().trim() })
      })
    })
  })
}

function withoutPostgresSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PG')))
}
