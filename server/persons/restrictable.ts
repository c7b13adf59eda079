import type { Db } from '../database/database.ts'
import type { Forms } from '../forms/form.ts'
import { type FormText, isFormText } from '../store/person-texts.ts'
import type { PersonFound } from './find-person.ts'
import { formOf } from './name-texts.ts'
import type { Mark } from './restrict.ts'
import type { Extent } from './restriction.ts'

/** A form of which something can be restricted: some texts, or all that can be of it at once. */
export interface RestrictableForm {
  participantId: number
  wave: string
  unit: string
  survey: string
  texts: FormText[]
  /** Of a Kommune its contact data, of a person all that they answered. */
  whole: Exclude<Extent, 'text'>
}

/** The forms of the texts that were ticked, and those that asked this very person. */
export async function restrictableForms(
  { db, forms }: { db: Db; forms: Forms },
  { texts, asked }: Pick<PersonFound, 'texts' | 'asked'>,
): Promise<RestrictableForm[]> {
  const ofForms = texts.filter(isFormText)
  const places = new Map(
    [...ofForms.map(({ participantId, wave, unit }) => ({ id: participantId, wave, unit })), ...asked].map((one) => [
      one.id,
      one,
    ]),
  )
  const all = [...places.values()].map(async ({ id, wave, unit }): Promise<RestrictableForm> => {
    const { instrument } = await formOf(db, forms, wave)
    return {
      participantId: id,
      wave,
      unit,
      survey: instrument.title,
      texts: ofForms.filter(({ participantId }) => participantId === id),
      whole: instrument.unit === 'integrationsmanager' ? 'form' : 'contact',
    }
  })
  return Promise.all(all)
}

/** The marks for the texts of some forms; those restricted as a whole need none for what that covers. */
export function marksOf(forms: readonly RestrictableForm[], wholes: ReadonlySet<number>): Mark[] {
  return forms.flatMap(({ participantId, texts, whole }): Mark[] => {
    const isWhole = wholes.has(participantId)
    const single = texts.filter(({ holds }) => !isWhole || (whole === 'contact' && holds !== 'contact'))
    const fields = [...new Set(single.map(({ field }) => field))]
    return [
      ...(isWhole ? [{ participantId, extent: whole, field: null }] : []),
      ...fields.map((field): Mark => ({ participantId, extent: 'text', field })),
    ]
  })
}
