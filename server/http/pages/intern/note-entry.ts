import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { ParticipantPage } from '../../../../views/page-data/field-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import type { CallResult } from '../../../store/calls.ts'
import type { NoteKind } from '../../../store/field-acts.ts'
import type { FieldNote } from '../../../store/field-notes.ts'

export const noteKinds: Record<NoteKind, string> = {
  call: 'Telefon',
  mail: 'E-Mail',
  letter: 'Brief',
  other: 'Sonstiges',
}

const resultWords: Record<CallResult, string> = {
  reached: 'erreicht',
  missed: 'nicht erreicht',
  again: 'wieder anrufen',
}

/** A note as it is shown. */
export function noteEntry({ kind, text, who, at, result, againOn }: FieldNote): ParticipantPage['notes'][number] {
  const again = againOn === null ? '' : ` am ${formatDate(againOn)}`
  const called = result === null ? '' : `, ${resultWords[result]}${again}`
  return { kind: `${noteKinds[kind]}${called}`, text, who: who ?? 'Befehlszeile', at: dayAndTime(at) }
}
