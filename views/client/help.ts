import { answerFields } from './fields.ts'

/** Who asks for help at the head of the page comes back to the field where they were. */
export function startHelp(form: HTMLFormElement): void {
  const button = document.querySelector<HTMLButtonElement>('[data-help]')
  form.addEventListener('focusin', ({ target }) => {
    const field = answerFields(form).find((one) => one === target)
    if (button !== null && field !== undefined) button.value = `hilfe:${field.name}`
  })
}
