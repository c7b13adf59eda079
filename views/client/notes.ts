import { make, makeAlert, makeButton } from './elements.ts'

export interface Choice {
  label: string
  action: () => void
}

/** Says something at a question and offers what can be done about it. A later note takes the place of an earlier one. */
export function showNote(question: HTMLElement, sentence: string, choices: Choice[]): void {
  removeNote(question)
  const buttons = choices.map(({ label, action }) =>
    makeButton(label, () => {
      note.remove()
      action()
    }),
  )
  const note = makeAlert('info', make('p', '', sentence), make('div', 'kern-btn-wrapper', ...buttons))
  note.classList.add('note')
  note.setAttribute('role', 'status')
  findingsOf(question)?.before(note)
}

export function removeNote(question: HTMLElement): void {
  const before = findingsOf(question)?.previousElementSibling
  if (before?.matches('.note')) before.remove()
}

/** Where a question shows what does not fit. */
const findingsOf = ({ dataset }: HTMLElement) => document.querySelector(`[data-findings="${dataset.question}"]`)
