import { answerFields, type Field } from './fields.ts'

/** Typing from a paper by keys alone: Enter goes on, what stands there can be typed over, and one begins after what is typed already. */
export function startPaperEntry(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-paper]')
  if (form === null) return
  const fields = answerFields(form)
  document.querySelector('[data-paper-keys]')?.removeAttribute('hidden')
  form.addEventListener('keydown', (event) => {
    const { target, key, shiftKey, isComposing } = event
    const place = fields.indexOf(target as Field)
    if (key !== 'Enter' || isComposing || place === -1) return
    // A new line of a long text.
    if (shiftKey && target instanceof HTMLTextAreaElement) return
    event.preventDefault()
    const next =
      fields[place + (shiftKey ? -1 : 1)] ?? (shiftKey ? undefined : form.querySelector<HTMLElement>('[data-last]'))
    next?.focus()
  })
  form.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type !== 'checkbox') target.select()
  })
  if (document.querySelector('.kern-alert--danger') !== null) return
  const isFilled = (field: Field) =>
    field instanceof HTMLInputElement && field.type === 'checkbox' ? field.checked : field.value !== ''
  fields[fields.findLastIndex(isFilled) + 1]?.focus()
}
