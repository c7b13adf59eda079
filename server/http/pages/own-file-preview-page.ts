import { readCell } from '../../../surveys/answer/read-cells.ts'
import type { Instrument, Variable } from '../../../surveys/compile/instrument.ts'
import { shownValue } from '../../../surveys/view/shown.ts'
import type { PlacedFigures } from '../../../views/page-data/foreign-table-pages.ts'
import type { OwnFilePreviewPage } from '../../../views/page-data/own-file-pages.ts'
import { whenSaved } from '../../domain/german-time.ts'
import type { SeenFile } from '../../form-file/look-at-file.ts'
import type { FilePlan } from '../../form-file/plan-changes.ts'
import type { AtWork } from '../../forms/at-work.ts'
import type { Origin } from './taken-from.ts'

const mostFindings = 20

/** What a file would change, section by section: what stands there now, and what would. */
export function ownFilePreviewPage(
  { visit, form: { instrument } }: AtWork,
  { plan, rev, findings, unasked }: SeenFile,
  { heading, href, saveHref, words }: Origin,
  { error = '', figures }: { error?: string; figures?: PlacedFigures | undefined } = {},
): OwnFilePreviewPage {
  const change = ({ field, was, becomes }: FilePlan['changes'][number]) => {
    const variable = variableOf(instrument, field)
    const shown = (text: string) => shownValue(readCell(variable, text), variable)
    return { number: variable.number, label: variable.label, was: shown(was), becomes: shown(becomes) }
  }
  const named = (fields: readonly string[]) =>
    fields.map((field) => {
      const { number, label } = variableOf(instrument, field)
      return `${number}, ${label}`
    })
  const sectionOf = (field: string) => instrument.questions.get(variableOf(instrument, field).question)?.section
  const becoming = [...plan.changes, ...plan.both]
  return {
    heading,
    words,
    action: saveHref(visit),
    back: href(visit),
    rev: visit.rev,
    fileRev: rev,
    summary: summaryOf(plan, words.nothing),
    sections: instrument.sections.flatMap(({ id, title }) => {
      const own = plan.changes.filter(({ field }) => sectionOf(field) === id)
      return own.length === 0 ? [] : [{ id, title, changes: own.map(change) }]
    }),
    both: plan.both.map((one) => ({
      ...change(one),
      by: [one.theirs.editor ?? 'ohne Kürzel', whenSaved(one.theirs.savedAt, visit.now)].join(', '),
    })),
    error,
    stays: [
      { title: 'Nach Ihren Angaben nicht gefragt: wird aufbewahrt, aber nicht abgesendet', fields: named(unasked) },
      { title: words.blank, fields: named(plan.kept) },
      { title: words.newer, fields: named(plan.newer) },
    ].filter(({ fields }) => fields.length > 0),
    findings: findings.slice(0, mostFindings).map(({ severity, message }) => ({
      tone: severity === 'error' ? 'danger' : 'warning',
      label: severity === 'error' ? 'Fehler' : 'Hinweis',
      message,
    })),
    moreFindings: Math.max(0, findings.length - mostFindings),
    fields: becoming.map(({ field, becomes }) => ({ name: field, value: becomes })),
    bothNames: plan.both.map(({ field }) => field).join(' '),
    ...(figures && { figures }),
    confirm: becoming.length === 1 ? 'Eine Angabe übernehmen' : `${becoming.length} Angaben übernehmen`,
  }
}

function variableOf({ variable }: Instrument, field: string): Variable {
  const found = variable.get(field)
  if (found === undefined) throw new Error(`the form has no field ${field}`)
  return found
}

function summaryOf({ changes, both, same }: FilePlan, nothing: string): string {
  const changing = changes.length + both.length
  const already = same === 0 ? '' : ` ${same === 1 ? 'Eine steht' : `${same} stehen`} schon so im Fragebogen.`
  if (changing === 0) return `${nothing}${already}`
  return `${changing === 1 ? 'Eine Angabe ändert' : `${changing} Angaben ändern`} sich.${already}`
}
