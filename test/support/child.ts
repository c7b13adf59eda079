import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { runCommandLine } from '../../server/boot/cli.ts'
import type { Io } from '../../server/commands/io.ts'
import { showProgress } from '../../server/commands/progress.ts'
import { projectRoot } from '../../server/project-root.ts'
import { dataFolderOf } from './data-folder.ts'

export interface Child {
  process: ChildProcess
  /** The first line of its output that matches. */
  line(pattern: RegExp): Promise<string>
  output(): { stdout: string; stderr: string }
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>
}

type Environment = Record<string, string | undefined>

/** Unless a test says where, files lie beside its database. */
function withFolder(env: Environment): Environment {
  const { DATABASE_URL: url } = env
  return url !== undefined && URL.canParse(url) ? { STICHTAG_DATA: dataFolderOf(url), ...env } : env
}

/** A program of ours in a process of its own, with nothing of the caller's settings but what is given. */
export function startChild(args: string[], env: Environment = {}, cwd = projectRoot): Child {
  const { PATH } = process.env
  return follow(
    spawn(process.execPath, args, { cwd, env: { PATH, ...withFolder(env) }, stdio: ['pipe', 'pipe', 'pipe'] }),
  )
}

/** Reads along what a process writes. */
export function follow(child: ChildProcessWithoutNullStreams): Child {
  let stdout = ''
  let stderr = ''
  const lines: string[] = []
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line)
    child.emit('line')
  })
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal)
  return {
    process: child,
    output: () => ({ stdout, stderr }),
    ended,
    async line(pattern) {
      for (;;) {
        const found = lines.find((line) => pattern.test(line))
        if (found !== undefined) return found
        const isOver = await Promise.race([once(child, 'line').then(() => false), ended.then(() => true)])
        if (isOver && !lines.some((line) => pattern.test(line))) throw new Error(`No ${pattern}: ${stdout}${stderr}`)
      }
    },
  }
}

/** The command line as a program, from start to end. */
export async function stichtagProcess(args: string[], env: Environment = {}, cwd?: string) {
  const child = startChild([join(projectRoot, 'server', 'stichtag.js'), ...args], env, cwd)
  const code = await child.ended
  return { code, ...child.output() }
}

/**
 * The same commands within this process, without the seconds that a program takes to start. One at a time. `run` is the command
 * line of another copy of the project.
 */
export async function stichtag(args: string[], env: Environment = {}, cwd = projectRoot, run = runCommandLine) {
  let stdout = ''
  let stderr = ''
  const tell = (text: string) => {
    stderr += text
  }
  const io: Io = {
    env: withFolder(env),
    print: (line) => {
      stdout += `${line}\n`
    },
    json: (value) => io.print(JSON.stringify(value, null, 2)),
    tell: (line) => tell(`${line}\n`),
    progress: (label) => showProgress({ write: tell }, label),
  }
  const before = process.cwd()
  process.chdir(cwd)
  try {
    const code = await run(args, io)
    return { code, stdout, stderr }
  } finally {
    process.chdir(before)
  }
}
