import type { Db } from '../database/database.ts'
import type { Form, Forms } from '../forms/form.ts'
import { type CurrentForm, currentForm } from '../store/current-form.ts'
import { type FormText, isFormText, type PersonText } from '../store/person-texts.ts'
import { findWave } from '../store/waves.ts'
import { textMark } from './chosen.ts'
import { type AddressCorrection, addressPart } from './correct-addresses.ts'
import { submittedTexts } from './corrected-submission.ts'

/** Whether a text stands in a state of its form, or something else by now, or nothing. */
export type Standing = 'same' | 'other' | 'none'

/** A text of a form that can be corrected, wherever it stands there at present. */
export interface Correctable {
  /** The first of the texts found that it is. */
  found: FormText
  mark: string
  draft: Standing
  submitted: Standing
}

/** A part of an address that holds, which can be corrected there. */
export interface CorrectableAddress extends Pick<AddressCorrection, 'id' | 'field'> {
  found: PersonText
  mark: string
}

export interface FormAsked {
  /** The questionnaire as the wave asks it, and as it was when the newest submission came in. */
  form: Form
  submittedUnder: Form
  current: CurrentForm
}

/** The form of a participant as it stands. */
export async function formAsked(db: Db, forms: Forms, participantId: number): Promise<FormAsked> {
  const current = await currentForm(db, participantId)
  const wave = await findWave(db, current.wave)
  if (wave === undefined) throw new Error(`the wave ${current.wave} is not there`)
  const under = (surveyVersion: string) => forms.get({ ...wave, surveyVersion })
  const form = await under(wave.survey_version)
  const { submission } = current
  return { form, submittedUnder: submission ? await under(submission.survey_version) : form, current }
}

/**
 * Of the texts that were found, those that stand in a form at present, each once, and those of addresses that hold; others are
 * history, or of the office.
 */
export async function correctableTexts(
  { db, forms }: { db: Db; forms: Forms },
  texts: readonly PersonText[],
): Promise<{ items: Correctable[]; addresses: CorrectableAddress[]; past: PersonText[] }> {
  const asked = new Map<number, FormAsked>()
  for (const { participantId } of texts.filter(isFormText))
    if (!asked.has(participantId)) asked.set(participantId, await formAsked(db, forms, participantId))
  const items = new Map<string, Correctable>()
  const others = texts.filter((text) => !isFormText(text))
  const past = others.filter((text) => addressPart(text) === undefined)
  const addresses = others.flatMap((found) => {
    const part = addressPart(found)
    return part === undefined ? [] : [{ found, mark: textMark(found), ...part }]
  })
  for (const found of texts.filter(isFormText)) {
    const of = asked.get(found.participantId)
    if (of === undefined) continue
    const standing = standingIn(of, found)
    const key = JSON.stringify([found.participantId, found.field, found.text.trim()])
    if (standing.draft !== 'same' && standing.submitted !== 'same') past.push(found)
    else if (!items.has(key)) items.set(key, { found, mark: textMark(found), ...standing })
  }
  return { items: [...items.values()], addresses, past }
}

export function standingIn(
  { submittedUnder, current }: FormAsked,
  { field, text }: Pick<PersonText, 'field' | 'text'>,
): Pick<Correctable, 'draft' | 'submitted'> {
  const { draft, contact, submission } = current
  const submitted = submission && submittedTexts(submittedUnder, submission, contact)
  const standing = (stands: string | undefined): Standing => {
    const now = stands?.trim() ?? ''
    return now === '' ? 'none' : now === text.trim() ? 'same' : 'other'
  }
  return { draft: standing(draft[field]), submitted: standing(submitted?.[field]) }
}
