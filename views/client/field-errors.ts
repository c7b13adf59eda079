import { make } from './elements.ts'
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
    if (shown === null) placeOf(field).after(Object.assign(make('p', 'field-error', message), { id }))
    else if (shown.textContent !== message) shown.textContent = message
    field.setAttribute('aria-invalid', 'true')
    described.push(id)
  }
  if (described.length > 0) field.setAttribute('aria-describedby', described.join(' '))
  else field.removeAttribute('aria-describedby')
}

/** An error stands behind the field and its unit, and outside of what can be folded away. */
function placeOf(field: Field): Element {
  const next = field.nextElementSibling
  return field.closest('.lookup') ?? (next?.matches('.row__unit') ? next : field)
}
