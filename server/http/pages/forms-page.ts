import { obstacles } from '../../../surveys/answer/justification.ts'
import { progressOf } from '../../../surveys/answer/progress.ts'
import { isComplete, sectionState } from '../../../surveys/answer/section-state.ts'
import type { Answered } from '../../../surveys/view/view.ts'
import type { FormsPage } from '../../../views/page-data/form-pages.ts'
import { whenSaved } from '../../domain/german-time.ts'
import { answered } from '../../forms/answered.ts'
import type { AtWork } from '../../forms/at-work.ts'
import { isSubmitted } from '../../forms/hand-in.ts'
import type { NewestSubmission } from '../../store/submissions.ts'
import { checkHref, hubHref, queriesHref, receiptHref, sectionHref } from './addresses.ts'
import { overAt } from './closed-words.ts'
import { filledWords } from './filled-words.ts'
import { visitorOf } from './frame.ts'

type Entry = FormsPage['forms'][number]

/** A form of the session as the list of all of them shows it. */
export function formEntry(atWork: AtWork, submitted: NewestSubmission | undefined): Entry {
  const { visit, form } = atWork
  const { instrument } = form
  const { waveTitle, unit, frist, remaining, synthetic } = visitorOf(atWork)
  const known = answered(atWork)
  const progress = progressOf(
    instrument.sections.flatMap(({ questions }) => questions),
    known.cells,
  )
  return {
    href: hubHref(visit),
    waveTitle,
    unit,
    state: stateOf(atWork, known, submitted),
    filled: filledWords(progress),
    saved: visit.savedAt === null ? '' : `zuletzt gespeichert ${whenSaved(visit.savedAt, visit.now)}`,
    frist: visit.open ? `Frist ${frist}, ${remaining}` : overAt(visit),
    step: stepOf(atWork, known, submitted),
    receipt:
      submitted === undefined ? null : { href: receiptHref(visit, submitted.receipt), number: submitted.receipt },
    synthetic,
  }
}

function stateOf(
  { visit, asked }: AtWork,
  answered: Answered,
  submitted: NewestSubmission | undefined,
): Entry['state'] {
  if (submitted === undefined) return visit.rev === 0 ? 'leer' : 'begonnen'
  return isSubmitted(answered, submitted, asked) ? 'abgesendet' : 'Änderungen nicht abgesendet'
}

/** What is to be done next with a form: its first section that asks for more, or the page where all is checked and sent. */
function stepOf({ visit, asked }: AtWork, answered: Answered, submitted: NewestSubmission | undefined): Entry['step'] {
  if (visit.asked.length > 0) return { href: queriesHref(visit), label: 'Rückfragen beantworten' }
  if (!visit.open || (submitted !== undefined && isSubmitted(answered, submitted, asked))) return null
  const { instrument, raw, cells, findings } = answered
  const open = obstacles(findings, raw, instrument)
  const section = instrument.sections.find((one) => !isComplete(sectionState(one, raw, cells, open)))
  if (submitted !== undefined) return { href: checkHref(visit), label: 'Änderungen prüfen und erneut absenden' }
  if (section === undefined) return { href: checkHref(visit), label: 'prüfen und absenden' }
  return { href: sectionHref(visit, section.id), label: `Abschnitt „${section.title}“` }
}

/** How far several forms are, in a sentence; '' of one. */
export function formsSummary(forms: readonly Pick<Entry, 'state'>[]): string {
  if (forms.length < 2) return ''
  const count = (state: Entry['state']) => forms.filter((form) => form.state === state).length
  const others = (['begonnen', 'leer'] as const).flatMap((state) =>
    count(state) > 0 ? [`${count(state)} ${state}`] : [],
  )
  const changed = count('Änderungen nicht abgesendet')
  return [
    `${count('abgesendet') + changed} von ${forms.length} abgesendet${changed > 0 ? ` (bei ${changed} seitdem geändert)` : ''}`,
    ...others,
  ].join(', ')
}
