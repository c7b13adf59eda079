import { shownAmended } from '../../surveys/amending/shown-amended.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { Value } from '../../surveys/types/type.ts'
import { dayAndTime } from '../domain/german-time.ts'
import type { KnownAmendment } from '../store/amendments.ts'
import { amendmentState, amendmentStates } from './amendment-state.ts'
import { amendmentReasons, amendmentSources } from './grounds.ts'

/** A value as people read it, also where its version of the questionnaire called the field otherwise. */
export function valueWords({ variable }: Pick<Instrument, 'variable'>, field: string, value: Value | null): string {
  const known = variable.get(field)
  return known === undefined ? String(value ?? 'kein Wert') : shownAmended(value, known)
}

/** What is said against an amendment, as it stands in the thread about its field. */
export function objectionWords(
  { field, was, became }: Pick<KnownAmendment, 'field' | 'was' | 'became'>,
  text: string,
  instrument: Pick<Instrument, 'variable'>,
): string {
  const [before, used] = [was, became].map((value) => valueWords(instrument, field, value))
  return `Widerspruch gegen die Korrektur (${used} statt ${before}): ${text}`
}

/** Why, from where, and what was noted of it. */
export const groundWords = ({ reason, source }: Pick<KnownAmendment, 'reason' | 'source'>): string =>
  `${amendmentReasons[reason].label}; ${amendmentSources[source].label}`

/** An amendment in a line, as a command prints it. */
export function amendmentLine(one: KnownAmendment, instrument: Pick<Instrument, 'variable'>): string {
  const { id, unit, field, was, became, note, at, state, by, agreedBy, objection } = one
  const words = (value: Value | null) => valueWords(instrument, field, value)
  return [
    `${id}  ${unit} ${field}: ${words(was)} → ${words(became)}`,
    amendmentStates[amendmentState(one)],
    groundWords(one),
    note,
    `${dayAndTime(at)} von ${[by ?? 'der Befehlszeile', agreedBy].filter(Boolean).join(' und ')}, Datenstand ${state}`,
    objection === '' ? '' : `Widerspruch: ${objection}`,
  ]
    .filter((part) => part !== '')
    .join('; ')
}

/** The same for programs. People script against the names: they only grow. */
export function amendmentJson(one: KnownAmendment) {
  const { id, unit, field, was, became, reason, source, note, at, state, by, agreedBy, undoneAt, undoneBy } = one
  return {
    id,
    unit,
    field,
    was,
    became,
    standing: amendmentState(one),
    reason,
    source,
    note,
    at: at.toISOString(),
    state,
    by,
    agreedBy,
    undoneAt: undoneAt?.toISOString() ?? null,
    undoneBy,
    objection: one.objection,
    objectedAt: one.objectedAt?.toISOString() ?? null,
  }
}
