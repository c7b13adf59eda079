import { enter, type Field } from './fields.ts'

/** Enters the number of the last wave when its button is pressed, without a new page. `tell` learns what the button says. */
export function onTakeover(form: HTMLFormElement, tell: (field: Field, action: string) => void): void {
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-last]') : null
    if (button === null) return
    event.preventDefault()
    const [, name = '', value = ''] = button.value.split(':')
    const field = form.elements.namedItem(name)
    if (!(field instanceof HTMLInputElement)) return
    enter(field, value)
    tell(field, button.value)
    field.focus()
  })
}
