import { basename } from 'node:path'
import type { Refusal } from '../../../analysis/sources/source.ts'
import { placed } from '../../admindata/placed.ts'
import { officialLimits } from '../../admindata/workbook-size.ts'
import type { RouteContext } from '../../boot/context.ts'
import type { AskedWave } from '../../field/asked-wave.ts'
import { atWorkOn } from '../../forms/at-work.ts'
import { isTooFaulty } from '../../registry/too-faulty.ts'
import { officeVisit } from '../../store/office-visit.ts'
import { within } from '../../store/prepared.ts'
import { noteStaff } from '../../store/staff-audit.ts'
import { newestSubmission } from '../../store/submissions.ts'
import { openFormFile } from '../open-form-file.ts'
import { checkResponse } from './check-response.ts'
import { type CheckedRow, keepResponse } from './keep-response.ts'
import { readResponses } from './read-responses.ts'

/** What became of a row: its receipt, where it was submitted. */
export interface ImportedRow {
  unit: string
  fields: number
  isSame: boolean
  receipt: string | undefined
}

export interface ResponseOutcome {
  /** faulty: nothing was read in. */
  state: 'imported' | 'preview' | 'faulty'
  problems: string[]
  rows: ImportedRow[]
}

interface Request {
  path: string
  file?: string
  preview: boolean
  /** Whether the answers are submitted, or only entered in the forms. */
  submit: boolean
  by: number | undefined
}

type Context = Pick<RouteContext, 'db' | 'pool' | 'forms' | 'register'>

/** Answers that came back in a file, a row for each unit: all of them are taken as if they had been typed, or none. */
export async function importResponses(
  context: Context,
  { wave, form }: AskedWave,
  { path, file = basename(path), preview, submit, by }: Request,
): Promise<ResponseOutcome> {
  const { unitColumn, rows, problems } = readResponses(await openFormFile(path, file, officialLimits), form)
  return context.db.transaction().execute(async (trx) => {
    const checked: CheckedRow[] = []
    for (const row of rows) {
      if (row.unit === '') continue
      if (isTooFaulty(problems, row.line)) break
      const place = { wave: wave.id, unit: row.unit }
      const visit = await officeVisit(trx, place, { accountId: by, secondsLeft: 0 })
      if (visit === undefined) {
        problems.push({
          line: row.line,
          column: unitColumn,
          sentence: `„${row.unit}“ wird in dieser Erhebung nicht gefragt.`,
        })
        continue
      }
      const { contactFields } = form.instrument
      const atWork = await atWorkOn(context, { ...visit, office: false, contactFields: [...contactFields] })
      const newest = await newestSubmission(within(trx), visit.participantId)
      const one = checkResponse(atWork, row, newest, { unitColumn, submit, from: 'in der Datei' })
      problems.push(...one.faults)
      checked.push({ atWork, one })
    }
    const told = tellAll(file, problems)
    if (told.length > 0) return { state: 'faulty', problems: told, rows: [] }
    if (preview) return { state: 'preview', problems: [], rows: checked.map((row) => rowOf(row, undefined)) }
    const kept: ImportedRow[] = []
    for (const row of checked) kept.push(rowOf(row, await keepResponse(trx, row, submit)))
    const detail = { rows: kept.length, submitted: kept.filter(({ receipt }) => receipt !== undefined).length }
    await noteStaff(trx, { action: 'responses_imported', accountId: by, wave: wave.id, detail })
    return { state: 'imported', problems: [], rows: kept }
  })
}

const tellAll = (file: string, problems: readonly Refusal[]) =>
  problems.toSorted((a, b) => a.line - b.line).map((one) => placed(file, one))

const rowOf = ({ atWork, one }: CheckedRow, receipt: string | undefined): ImportedRow => ({
  unit: atWork.visit.unit,
  fields: Object.keys(one.changed).length,
  isSame: one.isSame,
  receipt,
})
