import type { Register } from '../../surveys/reading/register.ts'
import type { Db } from '../database/database.ts'
import type { Form, Forms } from '../forms/form.ts'
import { shownUnit } from '../http/pages/frame.ts'
import type { PersonText } from '../store/person-texts.ts'
import { findWave } from '../store/waves.ts'
import { stateOf } from './describe-found.ts'
import { officePlace } from './office-places.ts'
import type { TextAddress } from './text-address.ts'

/** A text with the names that people know its place by. */
export interface NamedText {
  /** '' where the text is of the office. */
  wave: string
  /** The title of the survey, or what else it is. */
  survey: string
  /** '' where the text is of the office. */
  unit: string
  unitName: string
  field: string
  /** The printed number of the question, or ''. */
  question: string
  label: string
  text: string
  state: string
  at: string
  address: TextAddress
}

interface Sources {
  db: Db
  forms: Forms
  register: Register
}

/** Says of texts where they stand: in which survey, of whom, and what was asked. */
export async function nameTexts({ db, forms, register }: Sources, texts: readonly PersonText[]): Promise<NamedText[]> {
  const asking = new Map<string, Form>()
  for (const wave of new Set(texts.map((text) => text.wave)))
    if (wave !== null) asking.set(wave, await formOf(db, forms, wave))
  return texts.map(({ wave, unit, holds, text, at, row, ...address }) => {
    const { field } = address
    const rest = { field, text, state: stateOf(address), at: at.toISOString(), address }
    if (wave === null || unit === null) {
      const { title: survey, row: unitName, label } = officePlace({ ...address, row })
      return { wave: '', survey, unit: '', unitName, question: '', label, ...rest }
    }
    const form = asking.get(wave)
    if (form === undefined) throw new Error(`${wave} has no form`)
    const { instrument } = form
    const { name: unitName } = shownUnit(instrument.unit, unit, register)
    return { wave, survey: instrument.title, unit, unitName, ...askedIn(form, field), ...rest }
  })
}

type Place = Pick<NamedText, 'wave' | 'survey' | 'unit' | 'unitName'>

/** What texts that stand together have above them, and those texts. */
export function byPlace<Text extends Place>(texts: readonly Text[]): { title: string; unit: string; texts: Text[] }[] {
  const placeOf = ({ wave, survey, unit, unitName }: Place) =>
    wave === '' ? { title: survey, unit: unitName } : { title: `${survey} (${wave})`, unit: `${unitName} (${unit})` }
  const nameOf = (text: Place) => JSON.stringify(placeOf(text))
  const places = new Map(texts.map((text) => [nameOf(text), placeOf(text)]))
  return [...places].map(([name, place]) => ({ ...place, texts: texts.filter((text) => nameOf(text) === name) }))
}

/** The form of a wave, with the questionnaire that it has pinned. */
export async function formOf(db: Db, forms: Forms, id: string): Promise<Form> {
  const wave = await findWave(db, id)
  if (wave === undefined) throw new Error(`the wave ${id} is not there`)
  return forms.get({ ...wave, surveyVersion: wave.survey_version })
}

/** What was asked where a text stands. What an earlier version asked is named by its field. */
export function askedIn({ instrument, fields }: Form, field: string): { question: string; label: string } {
  const { number: question = '', label = field } = fields.get(field) ?? {}
  return { question, label: instrument.labels.get(field)?.label ?? label }
}
