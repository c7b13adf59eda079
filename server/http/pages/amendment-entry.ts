import type { Instrument } from '../../../surveys/compile/instrument.ts'
import type { AmendmentEntry } from '../../../views/page-data/amendment-entry.ts'
import { amendmentState, amendmentStates } from '../../amendments/amendment-state.ts'
import { groundWords, valueWords } from '../../amendments/amendment-words.ts'
import { dayAndTime } from '../../domain/german-time.ts'
import type { KnownAmendment } from '../../store/amendments.ts'

const tones = { gilt: 'success', ruht: 'warning', zurueckgenommen: 'plain' } as const
const labels = { gilt: 'gilt', ruht: 'ruht', zurueckgenommen: 'zurückgenommen' }

type Named = Pick<Instrument, 'variable' | 'labels'>

/** A field as people know it: the number of its question and what it asks for. */
export function fieldTitle({ variable, labels: named }: Named, field: string): string {
  const { number = '', label = field } = variable.get(field) ?? {}
  return [number, named.get(field)?.label ?? label].filter((part) => part !== '').join(', ')
}

/** An amendment as it is shown; who did it is said to the office alone. */
export function amendmentEntry(
  one: KnownAmendment,
  instrument: Named,
  { office }: { office: boolean },
): AmendmentEntry {
  const { id, field, was, became, note, at, by, agreedBy, undoneAt, undoneBy, objection } = one
  const state = amendmentState(one)
  const who = (...names: (string | null)[]) => (office ? ` von ${names.filter(Boolean).join(' und ')}` : '')
  return {
    id,
    title: fieldTitle(instrument, field),
    was: valueWords(instrument, field, was),
    became: valueWords(instrument, field, became),
    lines: [
      groundWords(one),
      note,
      `eingetragen ${dayAndTime(at)}${who(by ?? 'der Befehlszeile', agreedBy)}`,
      state === 'ruht' ? amendmentStates.ruht : '',
      undoneAt === null ? '' : `zurückgenommen ${dayAndTime(undoneAt)}${who(undoneBy ?? 'der Befehlszeile')}`,
    ].filter((line) => line !== ''),
    badge: { tone: tones[state], label: labels[state] },
    objection,
    isOpen: undoneAt === null,
  }
}
