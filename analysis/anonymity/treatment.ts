import type { DescribedColumn } from '../../surveys/codebook/described-column.ts'

/** What happens to a column: its numbers are told of groups, its rare answers left out, or it goes as a whole. */
export type Treatment = { kind: 'number' } | { kind: 'category' } | { kind: 'removed'; why: string }

export const whyRemoved = {
  text: 'von Menschen geschrieben: kann Namen, Orte und Einzelfälle nennen',
  time: 'ein Zeitpunkt, den auch andere kennen können',
  key: 'ein Schlüssel, der zu Einzelnen führt',
  unit: 'nennt die Kommune, die Person oder den Verbund',
  submission: 'gehört zu einer einzelnen Abgabe: Zeitpunkt, Zahl der Korrekturen und Prüfsumme sind anderen bekannt',
  official: 'eine amtliche Zahl: andere haben sie mit Namen',
} as const

const removed = (reason: keyof typeof whyRemoved): Treatment => ({ kind: 'removed', why: whyRemoved[reason] })

export function treatmentOf({ type, values }: Pick<DescribedColumn, 'type' | 'values'>): Treatment {
  if (values !== undefined && type !== 'text') return { kind: 'category' }
  if (type === 'integer' || type === 'decimal') return { kind: 'number' }
  if (type === 'text') return removed('text')
  return removed(type === 'code' ? 'key' : 'time')
}
