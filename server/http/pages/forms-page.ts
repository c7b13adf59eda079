import { progressOf } from '../../../surveys/answer/progress.ts'
import type { Answered } from '../../../surveys/view/view.ts'
import type { FormsPage } from '../../../views/page-data/form-pages.ts'
import { whenSaved } from '../../domain/german-time.ts'
import type { AtWork } from '../../forms/at-work.ts'
import { answer } from '../../forms/form.ts'
import { isSubmitted } from '../../forms/hand-in.ts'
import type { NewestSubmission } from '../../store/submissions.ts'
import type { Visit } from '../../store/visit.ts'
import { hubHref, receiptHref } from './addresses.ts'
import { filledWords } from './filled-words.ts'
import { visitorOf } from './frame.ts'

type Entry = FormsPage['forms'][number]

/** A form of the session as the list of all of them shows it. */
export function formEntry({ visit, form, around }: AtWork, submitted: NewestSubmission | undefined): Entry {
  const { instrument } = form
  const { waveTitle, unit, frist, remaining, synthetic } = visitorOf(visit, instrument, around.register)
  const answered = answer(form, visit.typed ?? {}, around)
  const progress = progressOf(
    instrument.sections.flatMap(({ questions }) => questions),
    answered.cells,
  )
  return {
    href: hubHref(visit),
    waveTitle,
    unit,
    state: stateOf(visit, answered, submitted),
    filled: filledWords(progress),
    saved: visit.savedAt === null ? '' : `zuletzt gespeichert ${whenSaved(visit.savedAt, visit.now)}`,
    frist: visit.open ? `Frist ${frist}, ${remaining}` : `Frist ${remaining}`,
    receipt:
      submitted === undefined ? null : { href: receiptHref(visit, submitted.receipt), number: submitted.receipt },
    synthetic,
  }
}

function stateOf({ rev }: Visit, answered: Answered, submitted: NewestSubmission | undefined): Entry['state'] {
  if (submitted === undefined) return rev === 0 ? 'leer' : 'begonnen'
  return isSubmitted(answered, submitted) ? 'abgesendet' : 'Änderungen nicht abgesendet'
}
