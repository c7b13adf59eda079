import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import type { Register } from '../../../../surveys/reading/register.ts'
import type { Callee } from '../../../../views/page-data/call-pages.ts'
import { dayOfTime } from '../../../domain/german-time.ts'
import type { Call } from '../../../field/call-order.ts'
import type { addressFor, FieldNote } from '../../../store/field-notes.ts'
import { shownUnit } from '../frame.ts'
import { noteEntry } from './note-entry.ts'
import { standingBadge } from './standing-badge.ts'

/** Somebody to call, with what is known of it. */
export interface KnownCall {
  call: Call
  notes: readonly FieldNote[]
  address: Awaited<ReturnType<typeof addressFor>>
}

/** Notes beside a line: the last ones say what to talk about. */
const mostNotes = 3

export function callee(
  { call: { participant }, notes, address }: KnownCall,
  { unit: kind }: Pick<Instrument, 'unit'>,
  register: Register,
): Callee {
  const { unit, kreis, state, writtenAt } = participant
  const { name, note } = shownUnit(kind, unit, register)
  const said = notes.filter(({ unfinished }) => !unfinished)
  const [last] = said
  const entry = last && noteEntry(last)
  const { phone = '', person = '', recipient = '' } = address ?? {}
  return {
    name,
    note,
    badge: standingBadge(state),
    kreis: register.kreise.get(kreis) ?? kreis,
    person: [person, recipient].filter((text) => text !== '').join(', '),
    carrier: participant.answeredBy,
    phone: phone === '' ? undefined : { label: phone, href: `tel:${phone.replace(/[^+\d]/g, '')}` },
    lastContact:
      last !== undefined && entry !== undefined && last.at >= (writtenAt ?? last.at)
        ? `${dayOfTime(last.at)}, ${entry.kind}`
        : writtenAt === null
          ? 'noch keiner'
          : `${dayOfTime(writtenAt)}, angeschrieben`,
    notes: said
      .filter(({ text }) => text !== '')
      .slice(0, mostNotes)
      .map(noteEntry),
  }
}
