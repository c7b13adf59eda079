import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../server/project-root.ts'
import { type Child, startChild } from '../support/child.ts'
import { median } from './median.ts'

const turns = 3

/** How many times as long as making an empty database: until the address answers, and until the demo world is complete. */
const budgets = { answering: 3, complete: 6.5 }

export interface FirstStart {
  name: 'start'
  title: string
  /** Milliseconds. */
  empty: number
  answering: number
  complete: number
  ratios: typeof budgets
  budgets: typeof budgets
  met: boolean
}

/** `npm start` in a new folder, beside what no first start can do without: `migrate` makes a database and its tables. */
export async function measureFirstStart(folder: string): Promise<FirstStart> {
  const rounds: { empty: number; answering: number; complete: number }[] = []
  for (let turn = 0; turn < turns; turn += 1) rounds.push({ ...(await migrate(folder)), ...(await serve(folder)) })
  const middle = (key: keyof (typeof rounds)[number]) => median(rounds.map((round) => round[key]))
  const ratio = (key: keyof typeof budgets) => median(rounds.map((round) => round[key] / round.empty))
  const ratios = { answering: ratio('answering'), complete: ratio('complete') }
  return {
    name: 'start',
    title: 'Erster Start mit neuer Datenbank',
    empty: middle('empty'),
    answering: middle('answering'),
    complete: middle('complete'),
    ratios,
    budgets,
    met: ratios.answering <= budgets.answering && ratios.complete <= budgets.complete,
  }
}

async function migrate(folder: string): Promise<{ empty: number }> {
  return inNewFolder(folder, ['migrate'], async (child, sinceStart) => {
    await child.line(/^Angewandt/)
    return { empty: sinceStart() }
  })
}

async function serve(folder: string): Promise<{ answering: number; complete: number }> {
  return inNewFolder(folder, ['serve'], async (child, sinceStart) => {
    await child.line(/^Beenden mit/)
    const answering = sinceStart()
    await child.line(/vollständig/)
    return { answering, complete: sinceStart() }
  })
}

async function inNewFolder<T>(
  folder: string,
  args: string[],
  work: (child: Child, sinceStart: () => number) => Promise<T>,
): Promise<T> {
  const data = join(folder, 'erster-start')
  await mkdir(data, { mode: 0o711 })
  const began = performance.now()
  const child = startChild([join(projectRoot, 'server', 'stichtag.js'), ...args], { STICHTAG_DATA: data, PORT: '0' })
  try {
    return await work(child, () => performance.now() - began)
  } finally {
    child.process.kill('SIGTERM')
    await child.ended
    await rm(data, { recursive: true })
  }
}
