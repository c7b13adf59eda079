import { announce } from './announce.ts'
import { make, makeAlert, makeButton } from './elements.ts'
import { type Field, isBox, isRadio, isTypedField, questionOf, radiosOf, typeOf } from './fields.ts'

export interface Conflict {
  name: string
  mine: string
  theirs: string
  by: string
  at: string
}

/** Shows at a field that somebody else changed it too. Both values stay until the person has chosen one. */
export function showConflict(field: Field, { mine, theirs, by, at }: Conflict, decide: (value: string) => void): void {
  field.closest('form')?.querySelector(`.clash[data-for="${field.name}"]`)?.remove()
  const sentence = `${by || 'Jemand anderes'} hat dieses Feld auch geändert${at ? ` (${at})` : ''}. Welcher Wert soll gelten?`
  const choose = (label: string, value: string) =>
    makeButton(`${label}: ${shown(field, value)}`, () => {
      box.remove()
      decide(value)
      field.focus()
    })
  const buttons = make('div', 'kern-btn-wrapper', choose('Ihre Eingabe', mine), choose('Gespeichert', theirs))
  const box = makeAlert('warning', make('p', '', sentence), buttons)
  box.classList.add('clash')
  box.dataset.for = field.name
  box.setAttribute('role', 'group')
  box.setAttribute('aria-label', `Zwei Eingaben: ${labelOf(field)}`)
  const place =
    field.closest('tr')?.querySelector('th') ?? field.closest('.row, .kern-form-check, .comment, .lookup') ?? field
  if (place.matches('.comment, th')) place.append(box)
  else place.after(box)
  announce(sentence)
}

/** The first field that still waits for a choice. */
export const openConflict = (form: HTMLFormElement): HTMLElement | null =>
  form.querySelector<HTMLElement>('.clash button')

/** What names the answer: of radios it is the row or the question, not the one option. */
function labelOf(field: Field): string {
  const named = isRadio(field)
    ? (field.closest('tr')?.querySelector('[data-label]') ?? questionOf(field)?.querySelector('.question__title'))
    : field.labels?.[0]
  return named?.textContent?.trim() ?? ''
}

function shown(field: Field, value: string): string {
  if (isRadio(field)) return [...radiosOf(field)].find((radio) => radio.value === value)?.labels?.[0]?.textContent ?? ''
  if (field instanceof HTMLSelectElement) return [...field.options].find((one) => one.value === value)?.text ?? value
  if (isBox(field)) return value === '1' ? 'angekreuzt' : 'nicht angekreuzt'
  if (value === '') return 'leer'
  if (!isTypedField(field)) return value
  const { read, shown } = typeOf(field)
  const typed = read(value)
  return typed.state === 'given' ? shown(typed.value) : value
}
