import { ownField } from '../../surveys/compile/unit-kinds.ts'
import type { FileField } from '../../surveys/form-file/file-field.ts'
import { type FormSheet, formLines } from '../../surveys/form-file/form-lines.ts'
import type { RouteContext } from '../boot/context.ts'
import type { Db } from '../database/database.ts'
import { answered } from '../forms/answered.ts'
import { type AtWork, atWorkOn } from '../forms/at-work.ts'
import { officeVisit } from '../store/office-visit.ts'
import type { Visit } from '../store/visit.ts'

/** A form that came back on paper, with what can be typed from it. */
export interface OpenPaper {
  atWork: AtWork
  /** In the order in which they are printed, all blank: who types sees nothing but the paper. */
  sheets: FormSheet[]
  fields: FileField[]
}

/** The form of a participant that an account works for, as if whoever fills it in were at it. */
export async function openPaper(
  context: Pick<RouteContext, 'db' | 'pool' | 'forms' | 'register'>,
  place: Pick<Visit, 'wave' | 'unit'>,
  accountId: number,
  db: Db = context.db,
): Promise<OpenPaper | undefined> {
  const visit = await officeVisit(db, place, { accountId, secondsLeft: 0 })
  if (visit === undefined) return undefined
  const { instrument } = await context.forms.get(visit)
  const { contactFields } = instrument
  const atWork = await atWorkOn(context, { ...visit, office: false, contactFields: [...contactFields] })
  const own = ownField(instrument)
  // Who it is from is known already.
  const asked = new Set(instrument.variables.map(({ name }) => name).filter((name) => name !== own))
  const sheets = formLines(answered(atWork, {}), asked)
  const fields = sheets.flatMap(({ lines }) => lines.flatMap((line) => (line.kind === 'field' ? [line] : [])))
  return { atWork, sheets, fields }
}
