import type { Cell, Cells } from '../../surveys/answer/cells.ts'
import type { Offered } from '../../surveys/reading/not-known.ts'
import { type ReadBackType, readBack } from '../../surveys/types/read-back.ts'
import type { Read, Type } from '../../surveys/types/type.ts'

/** Whatever holds an answer. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** A field that names the type of what it holds is read while it is typed. */
interface TypedField extends HTMLInputElement {
  dataset: { type: ReadBackType }
}

export const isTypedField = (target: EventTarget | null): target is TypedField =>
  target instanceof HTMLInputElement && target.dataset.type !== undefined

export const isNumberField = (target: EventTarget | null): target is TypedField =>
  isTypedField(target) && typeOf(target).measure === 'number'

export const typeOf = ({ dataset }: TypedField): Type => readBack[dataset.type]

export const readField = (field: TypedField): Read => typeOf(field).read(field.value, offeredBeside(field))

/** What the question of a field offers those who do not know. */
function offeredBeside(field: TypedField): Offered {
  const question = questionOf(field)
  const persons = document.getElementById(`${question?.dataset.question}_unbekannt`)
  const label = persons instanceof HTMLInputElement && persons !== field ? persons.labels?.[0]?.textContent : ''
  return { box: flagOf(question) !== null, field: label ?? '' }
}

/** The fields for numbers that are asked for. What is not asked is hidden. */
export const numberFields = (within: ParentNode, which = ':not([hidden] *)'): TypedField[] =>
  [...within.querySelectorAll(`input[data-type]${which}`)].filter(isNumberField)

/** All fields of a form that hold answers; what begins with `_` is for the server. */
export const answerFields = (form: HTMLFormElement): Field[] =>
  ([...form.elements] as Field[]).filter(
    ({ name, tagName }) => /^[a-z]/.test(name) && tagName !== 'OUTPUT' && tagName !== 'BUTTON',
  )

export const isRadio = ({ type }: Field): boolean => type === 'radio'
export const isBox = ({ type }: Field): boolean => type === 'checkbox'

/** All radios with the name of this one: any of them stands for the answer. */
export const radiosOf = ({ form, name }: Field) =>
  form?.elements.namedItem(name) as unknown as Iterable<HTMLInputElement> & { value: string }

/** What a form would send: a box that is not ticked counts as blank. */
export function readValue(field: Field): string {
  if (isRadio(field)) return radiosOf(field).value
  return isBox(field) && !(field as HTMLInputElement).checked ? '' : field.value
}

/** Whether the person is at this field: of several radios, at any of them. */
export const isFocused = ({ name }: Field): boolean => (document.activeElement as Field | null)?.name === name

/** Enters a value as a person would, so that everything that listens takes notice. */
export function enter(field: Field, value: string): void {
  if (isRadio(field)) for (const radio of radiosOf(field)) radio.checked = radio.value === value
  else if (isBox(field)) (field as HTMLInputElement).checked = value === field.value
  else field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Enters the same value into several fields. */
export function enterAll(fields: readonly Field[], value: string): void {
  for (const field of fields) enter(field, value)
}

export const questionOf = (element: Element): HTMLElement | null => element.closest<HTMLElement>('[data-question]')

/** The box that says: we have no information on this question. */
export const flagOf = (question: Element | null): HTMLInputElement | null =>
  question?.querySelector<HTMLInputElement>('[data-flag]') ?? null

/** Numbers as the server reads them. */
export function readNumbers(form: HTMLFormElement): Cells {
  return new Map(numberFields(form, '').map((field) => [field.name, cellOf(field)]))
}

function cellOf(field: TypedField): Cell {
  if (field.matches('[hidden] *')) return { state: 'notApplicable', closed: true }
  const read = readField(field)
  return read.state === 'blank' && flagOf(questionOf(field))?.checked ? { state: 'notAvailable' } : read
}
