import { answerFields, enter, type Field, isBox, questionOf, readValue } from './fields.ts'
import { showNote } from './notes.ts'

/** What a button has entered, and what the server is to be told of it. */
type Tell = (entered: readonly Field[], action: string) => void

/** Enters what was answered in the last wave when its button is pressed, without a new page. */
export function onTakeover(form: HTMLFormElement, tell: Tell): void {
  form.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null
    const one = target?.closest<HTMLButtonElement>('[data-last]')
    const some = target?.closest<HTMLButtonElement>('[data-take]')
    if (!one && !some) return
    event.preventDefault()
    if (one) takeNumber(form, one, tell)
    if (some) takeQuestion(form, some, tell)
  })
}

function takeNumber(form: HTMLFormElement, button: HTMLButtonElement, tell: Tell): void {
  const [, name = '', value = ''] = button.value.split(':')
  const field = form.elements.namedItem(name)
  if (!(field instanceof HTMLInputElement)) return
  enter(field, value)
  tell([field], button.value)
  field.focus()
}

/** Of one answer all is replaced; of several, what is blank is filled. Both can be taken back. */
function takeQuestion(form: HTMLFormElement, button: HTMLButtonElement, tell: Tell): void {
  const question = questionOf(button)
  if (question === null) return
  const values = new Map(Object.entries<string>(JSON.parse(button.dataset.take ?? '{}')))
  const named = new Map(answerFields(form).map((field) => [field.name, field]))
  const whole = button.dataset.whole !== undefined
  const fields = [...values.keys()]
    .flatMap((name) => named.get(name) ?? [])
    .filter((field) => whole || [field, named.get(field.name.replace(/_text$/, '')) ?? field].every(isBlank))
  const before = fields.map((field) => [field, readValue(field)] as const)
  for (const field of fields) enter(field, values.get(field.name) ?? '')
  if (fields.length > 0) tell(fields, button.value)
  const sentence = fields.length === 1 ? '1 Feld übernommen' : `${fields.length} Felder übernommen`
  const undo = () => {
    for (const [field, value] of before) enter(field, value)
  }
  const choices = fields.length === 0 ? [] : [{ label: 'Rückgängig machen', action: undo }]
  showNote(question, fields.length === 0 ? 'Kein Feld ist leer' : sentence, choices)
}

/** Whether a field is blank: of a list of boxes, all of them. */
function isBlank(field: Field): boolean {
  const boxes = isBox(field) ? field.closest('.options') : null
  return readValue(field).trim() === '' && (boxes === null || boxes.querySelector(':checked') === null)
}
