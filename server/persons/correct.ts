import type { Db } from '../database/database.ts'
import { newReceiptNumber } from '../domain/receipt-number.ts'
import { InputError } from '../errors/input-error.ts'
import type { Forms } from '../forms/form.ts'
import { renameInitials } from '../store/current-form.ts'
import { within } from '../store/prepared.ts'
import { saveDraft } from '../store/save-draft.ts'
import { insertSubmission } from '../store/submissions.ts'
import { type FormAsked, formAsked, standingIn } from './correctable.ts'
import { correctedSubmission } from './corrected-submission.ts'

/** A text as it stands somewhere in a form, and as it is to read. */
export interface Correction {
  participantId: number
  field: string
  before: string
  after: string
}

export interface Corrections {
  texts: readonly Correction[]
  initials: readonly { id: number; label: string }[]
}

interface Acting {
  accountId: number
  request: number
}

export interface Corrected {
  texts: number
  drafts: number
  submissions: number
  contact: number
  initials: number
}

const meanwhile =
  'Inzwischen wurde in einem der Formulare etwas geändert. Es ist nichts berichtigt, bitte sehen Sie noch einmal nach.'

/**
 * Corrects texts wherever they stand in their forms at present, all or none: in the draft as a colleague would, what was submitted
 * as a new revision on behalf of the person. Where something else stands by now, that stays.
 */
export async function correctTexts(
  trx: Db,
  forms: Forms,
  { texts, initials }: Corrections,
  acting: Acting,
): Promise<Corrected> {
  const done: Corrected = { texts: texts.length, drafts: 0, submissions: 0, contact: 0, initials: 0 }
  for (const participantId of new Set(texts.map((one) => one.participantId))) {
    const asked = await formAsked(trx, forms, participantId)
    const own = texts.filter((one) => one.participantId === participantId)
    if (own.some((one) => !standsIn(asked, one))) throw new InputError(meanwhile)
    done.drafts += await correctDraft(trx, asked, own)
    await correctSubmitted(trx, asked, own, acting, done)
  }
  for (const { id, label } of initials) {
    if (!(await renameInitials(trx, id, label)))
      throw new InputError(`Das Kürzel „${label}“ gibt es in diesem Formular schon. Es ist nichts berichtigt.`)
    done.initials += 1
  }
  return done
}

function standsIn(asked: FormAsked, { field, before }: Correction): boolean {
  const { draft, submitted } = standingIn(asked, { field, text: before })
  return draft === 'same' || submitted === 'same'
}

export const changesIn = (asked: FormAsked, texts: readonly Correction[], where: 'draft' | 'submitted') =>
  Object.fromEntries(
    texts
      .filter(({ field, before }) => standingIn(asked, { field, text: before })[where] === 'same')
      .map(({ field, after }) => [field, after]),
  )

async function correctDraft(trx: Db, asked: FormAsked, texts: readonly Correction[]): Promise<number> {
  const typed = changesIn(asked, texts, 'draft')
  const fields = Object.keys(typed)
  if (fields.length === 0) return 0
  const { participantId, rev: base } = asked.current
  const { contactFields } = asked.form.instrument
  const { saved } = await saveDraft(within(trx), { participantId, editorId: null, base, typed, contactFields })
  if (saved.length < fields.length) throw new InputError(meanwhile)
  return fields.length
}

async function correctSubmitted(
  trx: Db,
  asked: FormAsked,
  texts: readonly Correction[],
  correction: Acting,
  done: Corrected,
): Promise<void> {
  const { submittedUnder, current } = asked
  const { participantId, submission, contact } = current
  const changes = changesIn(asked, texts, 'submitted')
  if (submission === undefined || Object.keys(changes).length === 0) return
  const { content, justifications } = correctedSubmission(submittedUnder, submission, contact, changes)
  const stored = await insertSubmission(within(trx), {
    participantId,
    editorId: null,
    base: submission.revision,
    surveyVersion: submission.survey_version,
    surveyHash: submission.survey_hash,
    receipt: newReceiptNumber(),
    content,
    justifications,
    correction,
  })
  if (stored === undefined) throw new InputError(meanwhile)
  if (stored !== submission.receipt) done.submissions += 1
  done.contact += Object.keys(changes).filter((field) => current.contact[field] !== undefined).length
}
