import { isLargeAfter } from '../../surveys/amending/is-large.ts'
import { planAmendments, type WantedAmendment } from '../../surveys/amending/plan-amendments.ts'
import type { Register } from '../../surveys/reading/register.ts'
import type { AppContext } from '../boot/context.ts'
import { surroundingsOf } from '../field/surroundings-of.ts'
import type { Form, Forms } from '../forms/form.ts'
import { type NewAmendment, type UsedAnswers, usedAnswers } from '../store/amendments.ts'
import type { Wave } from '../store/waves.ts'
import type { AmendmentReason, AmendmentSource } from './grounds.ts'

/** An amendment as it is asked for. */
export interface AskedAmendment extends WantedAmendment {
  participantId: number
  reason: AmendmentReason
  source: AmendmentSource
  note: string
}

export interface CheckedAmendments {
  rows: NewAmendment[]
  /** What speaks against one, by its place. */
  faults: { place: number; message: string }[]
  /** Checks that would say something, where no note explains it; by the place of the last one of that form. */
  unexplained: { place: number; message: string }[]
  /** Whether one of them waits for a second account. */
  isLarge: boolean
}

export type CheckContext = Pick<AppContext, 'db' | 'pool'> & { forms: Forms; register: () => Promise<Register> }

/** Looks at amendments of a wave as its data are now, form by form. `hold`: nobody else amends these until the transaction ends. */
export async function checkAmendments(
  context: CheckContext,
  wave: Wave,
  asked: readonly AskedAmendment[],
  { hold = false }: { hold?: boolean } = {},
): Promise<CheckedAmendments> {
  const checked: CheckedAmendments = { rows: [], faults: [], unexplained: [], isLarge: false }
  const participants = [...new Set(asked.map(({ participantId }) => participantId))]
  const used = await usedAnswers(context.db, participants, { hold })
  for (const participantId of participants) {
    const own = asked.flatMap((one, place) => (one.participantId === participantId ? [{ place, one }] : []))
    await checkForm(context, { wave, used: used.get(participantId), own }, checked)
  }
  return checked
}

interface OneForm {
  wave: Wave
  used: UsedAnswers | undefined
  own: readonly { place: number; one: AskedAmendment }[]
}

export const nothingSent =
  'Korrigiert wird, was abgesendet ist. Hier ist nichts abgesendet, oder die Angaben sind auf Verlangen einer Person eingeschränkt.'

async function checkForm(
  context: CheckContext,
  { wave, used, own }: OneForm,
  checked: CheckedAmendments,
): Promise<void> {
  if (used === undefined) {
    checked.faults.push(...own.map(({ place }) => ({ place, message: nothingSent })))
    return
  }
  const form: Form = await context.forms.get({ ...wave, surveyVersion: used.surveyVersion })
  const around = await surroundingsOf(context, form, wave, used.unit)
  const wanted = own.map(({ one }) => one)
  const plan = planAmendments(form.instrument, used, wanted, around)
  checked.faults.push(...plan.faults.map(({ place, message }) => ({ place: own[place]?.place ?? 0, message })))
  const last = own.at(-1)?.place ?? 0
  if (plan.faults.length === 0) checked.faults.push(...plan.errors.map((message) => ({ place: last, message })))
  if (wanted.every(({ note }) => note === ''))
    checked.unexplained.push(...plan.signals.map((message) => ({ place: last, message })))
  const settled = { ...used.collected, ...used.agreed }
  checked.isLarge ||= plan.rows.some(({ row }) =>
    isLargeAfter(row, settled[row.field] ?? null, form.instrument.secondAccountFrom),
  )
  checked.rows.push(...plan.rows.flatMap(({ place, row }) => (wanted[place] ? [{ ...wanted[place], ...row }] : [])))
}
