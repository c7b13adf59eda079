import { make, makeButton } from './elements.ts'

export interface Choice {
  label: string
  action: () => void
}

/** Says something at a question and offers what can be done about it. A later note takes the place of an earlier one. */
export function showNote(question: HTMLElement, sentence: string, choices: Choice[]): void {
  removeNote(question)
  const note = make('div', 'note', make('p', '', sentence))
  note.setAttribute('role', 'status')
  note.append(
    ...choices.map(({ label, action }) =>
      makeButton(label, () => {
        note.remove()
        action()
      }),
    ),
  )
  const findings = question.querySelector(':scope > .findings')
  if (findings === null) question.append(note)
  else findings.before(note)
}

export function removeNote(question: HTMLElement): void {
  question.querySelector(':scope > .note')?.remove()
}
