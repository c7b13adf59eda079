import { make, makeIcon } from './elements.ts'
import type { Field } from './fields.ts'

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

/** An error stands behind the field and its unit, and outside of what can be folded away. */
function placeOf(field: Field): Element {
  const next = field.nextElementSibling
  return field.closest('.lookup') ?? (next?.matches('.row__unit') ? next : field)
}
