import type { ContactQuestion } from '../../schemas/questionnaire.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { InputError } from '../errors/input-error.ts'

/** What a questionnaire says of its contact data. */
export interface ContactPurpose {
  /** The sentences in which respondents were told what the data are for. */
  sentences: string[]
  /** Whether that covers writing to them about surveys. */
  allows: boolean
  /** The variables of the person to write to; undefined where nobody is asked for. */
  fields: { person: string; mail: string | undefined; phone: string | undefined } | undefined
}

/** The first person that is asked for is the one to write to; those after it stand in for that one. */
export function contactPurpose({ introduction, questions }: Instrument): ContactPurpose {
  const sentences = introduction.filter((sentence) => /Kontaktdaten/.test(sentence))
  const asked = [...questions.values()].map(({ definition }) => definition)
  const contact = asked.find((one): one is ContactQuestion => 'kind' in one && one.kind === 'contact')
  return {
    sentences,
    allows: sentences.some((sentence) => /Einladung|Rückfrage/.test(sentence)),
    fields: contact === undefined ? undefined : fieldsOf(contact),
  }
}

function fieldsOf({ id, fields }: ContactQuestion): ContactPurpose['fields'] {
  const named = (format: string) => fields.find((one) => one.format === format)?.code
  const [person, mail, phone] = [named('name'), named('mail'), named('phone')].map((code) => code && `${id}_${code}`)
  return person === undefined ? undefined : { person, mail, phone }
}

/** The variables of whom a wave may be taken over; refuses one whose respondents were not told so. */
export function allowedFields(wave: string, { allows, fields }: ContactPurpose): NonNullable<ContactPurpose['fields']> {
  if (fields === undefined) throw new InputError(`In ${wave} ist nach keiner Ansprechperson gefragt worden.`)
  if (allows) return fields
  throw new InputError(
    `Der Fragebogen von ${wave} sagt den Befragten nicht, dass ihre Kontaktdaten für Einladungen oder Rückfragen verwendet werden. Sie dürfen nicht übernommen werden.`,
  )
}
