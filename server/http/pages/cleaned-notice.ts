import type { Variable } from '../../../surveys/compile/instrument.ts'

/** Says from which texts something was taken out, or ''. */
export function cleanedNotice(variables: readonly Pick<Variable, 'number' | 'label'>[]): string {
  if (variables.length === 0) return ''
  const where = variables
    .map(({ number, label }) => [number, label.replace(/\?$/, '')].filter(Boolean).join(', '))
    .join('; ')
  return `Unsichtbare Zeichen, die sich nicht speichern lassen, wurden entfernt oder ersetzt in: ${where}.`
}
