import { isNumberField, numberFields } from './fields.ts'

/** Enter goes to the next number, as in a spreadsheet, and whatever stands there can be typed over. */
export function startEnterKey(form: HTMLFormElement): void {
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !isNumberField(event.target) || event.isComposing) return
    event.preventDefault()
    const fields = numberFields(form)
    const next = fields[fields.indexOf(event.target) + (event.shiftKey ? -1 : 1)]
    const end = form.querySelector<HTMLElement>('.actions .kern-btn')
    ;(next ?? (event.shiftKey ? event.target : end))?.focus()
  })
  form.addEventListener('focusin', ({ target }) => {
    if (isNumberField(target)) target.select()
  })
}
