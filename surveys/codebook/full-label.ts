import type { Instrument, Variable } from '../compile/instrument.ts'

/** The label with what stands above it in the form: `Anzahl Zielpersonen: aus Syrien`. */
export function fullLabel({ questions }: Instrument, { question, label, role }: Variable): string {
  const asked = questions.get(question)
  const lead = asked !== undefined && 'lead' in asked.definition ? asked.definition.lead : undefined
  if (role === 'option') return `${asked?.title ?? ''} – ${label}`
  return lead === undefined || role === 'notAvailable' || role === 'derived' ? label : `${lead}: ${label}`
}
