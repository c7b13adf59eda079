import { unreadableSentence } from '../../surveys/answer/sentences.ts'
import { fieldNumber } from '../../surveys/reading/number.ts'
import { announce } from './announce.ts'
import { showError } from './field-errors.ts'
import { isNumberField, readField, typeOf } from './fields.ts'

/** Reads a number back as soon as its field is left: `1234` becomes `1.234`, and what is no number is said at once. */
export function startNumbers(form: HTMLFormElement): void {
  form.addEventListener('change', ({ target }) => {
    if (!isNumberField(target)) return
    const read = readField(target)
    if (read.state === 'given') target.value = fieldNumber(typeOf(target), read.value)
    const message = read.state === 'unreadable' ? unreadableSentence(read.problem, target.value) : ''
    showError(target, message)
    if (message !== '') announce(message)
  })
}
