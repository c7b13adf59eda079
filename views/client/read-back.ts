import { announce } from './announce.ts'
import { showError, showSuggestions } from './field-errors.ts'
import { isTypedField, readField, typeOf } from './fields.ts'

/** Reads a number or date back as soon as its field is left: `1234` becomes `1.234`, and what is none is said at once. */
export function startReadBack(form: HTMLFormElement): void {
  form.addEventListener('change', ({ target }) => {
    if (!isTypedField(target)) return
    const read = readField(target)
    if (read.state === 'given') target.value = typeOf(target).field(read.value)
    const { message, suggestions } = read.state === 'unreadable' ? read : { message: '' }
    showError(target, message)
    showSuggestions(target, suggestions)
    if (message !== '') announce(message)
  })
}
