import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../server/stichtag.js', import.meta.url))

export interface Ran {
  code: number
  out: string
  err: string
}

/** Runs the command line as a person would, in a process of its own. */
export function stichtag(args: readonly string[], env: Record<string, string> = {}, cwd?: string): Promise<Ran> {
  return new Promise((resolve) => {
    const surroundings = { ...process.env, STICHTAG_SECRET: 'x'.repeat(40), NODE_OPTIONS: '', ...env }
    execFile(
      process.execPath,
      [program, ...args],
      { env: surroundings, cwd, maxBuffer: 64 << 20 },
      (error, out, err) => {
        const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1
        resolve({ code, out, err })
      },
    )
  })
}
