import type { Family, Labels } from './family.ts'

/** Of https://prometheus.io/docs/instrumenting/exposition_formats/, the text format. */
export const textType = 'text/plain; version=0.0.4; charset=utf-8'

export function writeText(families: readonly Family[]): string {
  return families.map(textOf).join('')
}

function textOf({ name, type, help, samples }: Family): string {
  const lines = samples.map(
    ({ labels = {}, value, part = '' }) => `${name}${part}${inBraces(labels)} ${numberOf(value)}`,
  )
  return [`# HELP ${name} ${escaped(help)}`, `# TYPE ${name} ${type}`, ...lines, ''].join('\n')
}

function inBraces(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value).replaceAll('"', '\\"')}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')

/** As Go writes what is no number of digits. */
const numberOf = (value: number) => String(value).replace('Infinity', 'Inf')
