import { make, makeButton, makeIcon } from './elements.ts'
import { enter, type Field } from './fields.ts'
import type { Problem } from './save-request.ts'

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

/** Offers at a field what was surely meant, or takes the offer away again. */
export function showSuggestion(field: Field, suggestion: Problem['suggestion']): void {
  const id = `${field.name}-vorschlag`
  document.getElementById(id)?.remove()
  if (suggestion === undefined) return
  const accept = makeButton(suggestion.label, () => {
    showSuggestion(field, undefined)
    enter(field, suggestion.value)
  })
  const place = document.getElementById(`${field.name}-fehler`) ?? placeOf(field)
  place.after(Object.assign(make('div', 'kern-btn-wrapper', accept), { id }))
}

/** An error stands behind the field and its unit, and outside of what can be folded away. */
function placeOf(field: Field): Element {
  const next = field.nextElementSibling
  return field.closest('.lookup') ?? (next?.matches('.row__unit') ? next : field)
}
