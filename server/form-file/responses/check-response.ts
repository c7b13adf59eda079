import type { Refusal } from '../../../analysis/sources/source.ts'
import { isClosed } from '../../../surveys/answer/cells.ts'
import { reasonField, textField } from '../../../surveys/answer/draft-fields.ts'
import { obstacles } from '../../../surveys/answer/justification.ts'
import { isShut } from '../../../surveys/answer/shut.ts'
import { fileField } from '../../../surveys/form-file/file-field.ts'
import { readField } from '../../../surveys/form-file/read-field.ts'
import { spellOutGemeinden } from '../../../surveys/reading/gemeinden.ts'
import { onlyAskedIf } from '../../../surveys/view/asked-view.ts'
import type { Answered } from '../../../surveys/view/view.ts'
import { answered } from '../../forms/answered.ts'
import type { AtWork } from '../../forms/at-work.ts'
import { completeReasons } from '../../forms/complete-reasons.ts'
import { isSubmitted } from '../../forms/hand-in.ts'
import type { NewestSubmission } from '../../store/submissions.ts'
import type { ResponseRow } from './read-responses.ts'

/** A row as it would be kept, or what is wrong with it. */
export interface CheckedResponse {
  faults: Refusal[]
  /** What of the form changes. */
  changed: Record<string, string>
  /** All of it, as it would be. */
  known: Answered
  /** It came in already, the same. */
  isSame: boolean
}

/** Looks at a row as the form would: what cannot be read, what does not fit, and what would overwrite something. */
export function checkResponse(
  atWork: AtWork,
  row: ResponseRow,
  newest: NewestSubmission | undefined,
  { unitColumn, submit, from }: { unitColumn: string; submit: boolean; from: 'in der Datei' | 'auf dem Papier' },
): CheckedResponse {
  const { visit } = atWork
  const stored = visit.typed ?? {}
  const { texts, faults } = readRow(atWork, row)
  const differing = Object.entries(texts).filter(([field, text]) => text !== (stored[field] ?? ''))
  const changed = completeReasons(atWork, stored, Object.fromEntries(differing))
  const known = answered(atWork, { ...stored, ...changed })
  const isSame: boolean = newest !== undefined && isSubmitted(known, newest)
  const refuse = (column: string, sentence: string) => faults.push({ line: row.line, column, sentence })
  if (isSame) return { faults, changed, known, isSame }
  if (!visit.open)
    refuse(unitColumn, `Von ${row.unit} wird nichts mehr angenommen. Bitte verlängern Sie zuerst die Frist.`)
  if (newest !== undefined)
    refuse(
      unitColumn,
      `Von ${row.unit} ist schon etwas anderes eingegangen (Quittung ${newest.receipt}). Berichtigen lässt es sich mit „stichtag amend“.`,
    )
  // What came in otherwise is not compared field by field as well.
  for (const [field, text] of newest === undefined ? differing : [])
    if ((stored[field] ?? '').trim() !== '')
      refuse(
        field,
        `Im Fragebogen von ${row.unit} steht schon „${stored[field]}“, ${from} „${text}“. Bitte löschen Sie eines von beiden.`,
      )
  // What stands on a paper beside what is asked is kept as it stands there, and not submitted.
  for (const [field, text] of from === 'auf dem Papier' ? [] : Object.entries(texts))
    if (text.trim() !== '' && isClosed(known.cells, field)) refuse(field, notAsked(field, known))
  if (faults.length > 0) return { faults, changed, known, isSame }
  const open = obstacles(known.findings, known.raw, known.instrument)
  for (const {
    check,
    severity,
    fields: [field = ''],
    message,
  } of open) {
    if (severity === 'error') refuse(field, message)
    else if (submit)
      refuse(
        field,
        `${message} Bitte berichtigen Sie es, oder begründen Sie es in den Spalten „${reasonField(check)}“ und „${textField(check)}“.`,
      )
  }
  return { faults, changed, known, isSame }
}

function readRow({ form, around }: AtWork, { line, cells }: ResponseRow) {
  const faults: Refusal[] = []
  const texts: Record<string, string> = {}
  const kommune = around.register.gemeinden.get(around.unit)
  for (const [name, cell] of cells) {
    const asked = form.instrument.variable.get(name) ?? form.fields.get(name)
    const field = asked && fileField({ role: 'other', contact: false, ...asked }, kommune)
    if (field === undefined) continue
    const refuse = (sentence: string) =>
      faults.push({ line, column: name, sentence: `${sentence} Möglich ist: ${field.allowed}.` })
    if (cell.fault !== undefined) {
      refuse(cell.fault)
      continue
    }
    const read = readField(field, cell)
    if ('fault' in read) refuse(read.fault)
    else if ('text' in read) {
      const isList = form.instrument.questions.get(name)?.kind === 'gemeinden'
      texts[name] = isList ? spellOutGemeinden(read.text, around.register) : read.text
    }
  }
  return { texts, faults }
}

/** Why there is no place for a value. */
function notAsked(field: string, { instrument, cells }: Answered): string {
  const closing = instrument.filters.find((filter) => filter.fields.includes(field) && isShut(filter, cells))
  const when = closing === undefined ? '' : ` Gefragt wird es ${onlyAskedIf(closing)}.`
  return `Danach ist nach den übrigen Angaben nicht gefragt.${when} Bitte leeren Sie die Zelle, oder berichtigen Sie, was darüber entscheidet.`
}
