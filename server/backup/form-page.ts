import { readCells, withoutFilters } from '../../surveys/answer/read-cells.ts'
import { rawOf } from '../../surveys/answer/submission.ts'
import { Engine } from '../../views/engine.ts'
import type { FormInBackupPage } from '../../views/page-data/form-in-backup.ts'
import { dayAndTime } from '../domain/german-time.ts'
import { answerRows } from '../http/pages/answer-rows.ts'
import type { FormInBackup } from './form-in-backup.ts'

/** A page that stands alone: it can be opened, printed and laid beside the living form. */
export function formPage(form: FormInBackup): string {
  return new Engine().render('@standalone/form-in-backup.eta', { page: pageOf(form) })
}

function pageOf({ madeAt, wave, unit, instrument, draft, submissions }: FormInBackup): FormInBackupPage {
  const handedIn = submissions.map((submission) => {
    const raw = rawOf(submission.instrument, submission)
    return {
      heading: `${submission.revision}. Abgabe vom ${dayAndTime(submission.submitted_at)}, Quittung ${submission.receipt}`,
      answers: answerRows(submission.instrument, readCells(submission.instrument, raw), raw),
      reasons: submission.justifications.map(({ reason, text }) => ({
        label: submission.instrument.reasons.find(({ code }) => code === reason)?.label ?? reason,
        text,
      })),
    }
  })
  const saved = draft.savedAt === null ? 'nie gespeichert' : `gespeichert ${dayAndTime(draft.savedAt)}`
  const answers = answerRows(instrument, readCells(withoutFilters(instrument), draft.typed), draft.typed)
  return {
    title: instrument.title,
    facts: [
      { label: 'Kommune oder Person', value: `${unit.name} (${unit.key})` },
      { label: 'Erhebung', value: wave },
      { label: 'Stand der Sicherung', value: dayAndTime(new Date(madeAt)) },
    ],
    states: [{ heading: `Entwurf, ${saved}`, answers, reasons: [] }, ...handedIn],
  }
}
