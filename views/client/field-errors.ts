import type { Suggestion } from '../../surveys/reading/suggestion.ts'
import { make, makeButton, makeIcon } from './elements.ts'
import { enter, type Field } from './fields.ts'

/** Shows at a field why its text cannot be taken, or takes the sentence away again. */
export function showError(field: Field, message: string): void {
  const id = `${field.name}-fehler`
  const shown = document.getElementById(id)
  const described = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one !== '' && one !== id)
  if (message === '') {
    shown?.remove()
    field.removeAttribute('aria-invalid')
  } else {
    if (shown?.textContent !== message) {
      shown?.remove()
      placeOf(field).after(
        Object.assign(make('p', 'kern-error', makeIcon('danger'), make('span', 'kern-body', message)), { id }),
      )
    }
    field.setAttribute('aria-invalid', 'true')
    described.push(id)
  }
  field.classList.toggle('kern-form-input__input--error', message !== '')
  if (described.length > 0) field.setAttribute('aria-describedby', described.join(' '))
  else field.removeAttribute('aria-describedby')
}

/** Offers at a field what may be meant, or takes the offer away again. */
export function showSuggestions(field: Field, suggestions: readonly Suggestion[] = []): void {
  const id = `${field.name}-vorschlag`
  document.getElementById(id)?.remove()
  if (suggestions.length === 0) return
  const buttons = suggestions.map(({ value, label }) =>
    makeButton(label, () => {
      showSuggestions(field)
      enter(field, value)
      field.focus()
    }),
  )
  const place = document.getElementById(`${field.name}-fehler`) ?? placeOf(field)
  place.after(Object.assign(make('div', 'kern-btn-wrapper', ...buttons), { id }))
}

/** An error stands behind the field and its unit, and outside of what can be folded away. */
function placeOf(field: Field): Element {
  const next = field.nextElementSibling
  return field.closest('.lookup') ?? (next?.matches('.row__unit') ? next : field)
}
