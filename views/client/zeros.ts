import { enterAll, numberFields, questionOf, readField } from './fields.ts'
import { showNote } from './notes.ts'

/** Fills the blanks of a question with 0 at once, without a new page, and can take it back. */
export function startZeros(form: HTMLFormElement): void {
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-zeros]') : null
    const question = button && questionOf(button)
    if (!question) return
    event.preventDefault()
    const blank = numberFields(question).filter((field) => readField(field).state === 'blank')
    enterAll(blank, '0')
    const sentence =
      blank.length === 0
        ? 'Kein Feld ist leer'
        : `${blank.length === 1 ? '1 Feld' : `${blank.length} Felder`} mit 0 gefüllt`
    const undo = { label: 'Rückgängig machen', action: () => enterAll(blank, '') }
    showNote(question, sentence, blank.length === 0 ? [] : [undo])
  })
}
