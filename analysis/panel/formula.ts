import type { Terms } from '../../surveys/derived/derived.ts'
import type { PanelVariable } from './variable.ts'

/** What a variable is computed from, in one line: `100 · zp_status_duldung ÷ (zp_status_gestattung + …)`. */
export function formulaOf({ name, derived }: Pick<PanelVariable, 'name' | 'derived'>): string {
  if (derived === undefined) return name
  const parts = termsInWords(derived.parts)
  if (derived.kind !== 'share') return parts
  const base = termsInWords(derived.base)
  const possible = termsInWords(derived.possible)
  const above = possible === '' ? bracketed(parts) : `min(${parts} + ${possible}; ${base})`
  return `100 · ${above} ÷ ${bracketed(base)}`
}

const termsInWords = ({ plus, minus }: Terms) => [plus.join(' + '), ...minus].join(' − ')

const bracketed = (text: string) => (text.includes(' ') ? `(${text})` : text)
