import type { Told } from './try-in-process.ts'

export interface Tried {
  name: string
  /** The promise, or what was broken. */
  what: string
  outcome: Told
  seconds: number
  /** The promise was kept, or the planted defect was found. */
  met: boolean
  /** What was found, or why nothing came of it. */
  notes: readonly string[]
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** What was promised, what was done, how often, what came of it, in how many seconds. */
export function tableLines(tried: readonly Tried[], planted: boolean): string[] {
  const rows = tried.map(({ name, outcome: { done, times }, seconds, met }) => [
    name,
    verdict(met, planted),
    `${seconds} s`,
    `${whole.format(times)} × ${done}`,
  ])
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
  return [
    '',
    ...tried.flatMap(({ what, notes }, index) => [
      (rows[index] ?? []).map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '),
      `    ${what}`,
      ...notes.map((note) => `    found: ${note}`),
    ]),
    '',
  ]
}

function verdict(met: boolean, planted: boolean): string {
  if (planted) return met ? 'found' : 'NOT FOUND'
  return met ? 'kept' : 'BROKEN'
}
