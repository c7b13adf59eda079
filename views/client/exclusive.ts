import { enter, enterAll, flagOf, isNumberField, numberFields, questionOf } from './fields.ts'
import { removeNote, showNote } from './notes.ts'

/** Answers that exclude each other: asks which is to hold, and clears nothing by itself. */
export function startExclusive(form: HTMLFormElement): void {
  form.addEventListener('input', ({ target }) => {
    if (isNumberField(target)) numberTyped(target)
    else if (target instanceof HTMLInputElement && target.type === 'checkbox') boxTicked(target)
  })
}

function numberTyped(field: HTMLInputElement): void {
  const question = questionOf(field)
  const flag = flagOf(question)
  if (question === null || !flag?.checked || field.value.trim() === '') return
  enter(flag, '')
  showNote(question, `„${labelOf(flag)}“ ist nicht mehr angekreuzt, weil Sie eine Zahl eingeben.`, [])
}

function boxTicked(box: HTMLInputElement): void {
  const question = questionOf(box)
  if (question === null) return
  removeNote(question)
  if (!box.checked) return
  if (box.matches('[data-flag]')) askForFlag(question, box)
  else askForOption(question, box)
}

function askForFlag(question: HTMLElement, flag: HTMLInputElement): void {
  const filled = numberFields(question).filter(({ value }) => value.trim() !== '')
  if (filled.length === 0) return
  showNote(question, `Hier stehen schon Zahlen, und „${labelOf(flag)}“ ist angekreuzt. Was soll gelten?`, [
    { label: 'Zahlen behalten', action: () => enter(flag, '') },
    { label: 'Zahlen entfernen', action: () => enterAll(filled, '') },
  ])
}

function askForOption(question: HTMLElement, box: HTMLInputElement): void {
  const ticked = [...question.querySelectorAll<HTMLInputElement>('.options input[type="checkbox"]:checked')]
  const exclusive = ticked.find((one) => one.matches('[data-exclusive]'))
  const others = ticked.filter((one) => one !== exclusive)
  if (exclusive === undefined || others.length === 0) return
  showNote(question, `„${labelOf(exclusive)}“ schließt die übrigen Antworten aus. Was soll gelten?`, [
    { label: `Nur „${labelOf(exclusive)}“`, action: () => enterAll(others, '') },
    {
      label: box === exclusive ? 'Die übrigen Antworten' : `„${labelOf(box)}“`,
      action: () => enter(exclusive, ''),
    },
  ])
}

const labelOf = (box: HTMLInputElement) => box.labels?.[0]?.textContent ?? ''
