import type { Db } from '../../database/database.ts'
import { InputError } from '../../errors/input-error.ts'
import type { AtWork } from '../../forms/at-work.ts'
import { handIn } from '../../forms/hand-in.ts'
import { within } from '../../store/prepared.ts'
import { saveDraft } from '../../store/save-draft.ts'
import type { CheckedResponse } from './check-response.ts'

export interface CheckedRow {
  atWork: AtWork
  one: CheckedResponse
}

/** Saves and submits what was checked. What somebody saves in this moment undoes all of it. */
export async function keepResponse(
  trx: Db,
  { atWork: { visit }, one }: CheckedRow,
  submit: boolean,
): Promise<string | undefined> {
  if (one.isSame) return undefined
  const on = within(trx)
  const { participantId, editorId, contactFields } = visit
  let { rev } = visit
  if (Object.keys(one.changed).length > 0) {
    const saved = await saveDraft(on, { participantId, editorId, base: rev, typed: one.changed, contactFields })
    if (saved.rev !== rev + 1) throw changedMeanwhile(visit.unit)
    rev = saved.rev
  }
  if (!submit) return undefined
  const receipt = await handIn(on, visit, one.known, rev, undefined)
  if (receipt === undefined) throw changedMeanwhile(visit.unit)
  return receipt
}

const changedMeanwhile = (unit: string) =>
  new InputError(
    `Im Fragebogen von ${unit} wurde gerade etwas geändert. Nichts ist eingelesen; bitte versuchen Sie es noch einmal.`,
  )
