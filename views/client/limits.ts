import { chosenWords } from '../../surveys/answer/sentences.ts'
import { announce } from './announce.ts'
import { questionOf } from './fields.ts'

/** Counts what is ticked in a list with a limit. No box is locked: what is too much is said, and the person chooses. */
export function startLimits(form: HTMLFormElement): void {
  form.addEventListener('input', ({ target }) => {
    const question = target instanceof Element ? questionOf(target) : null
    const output = question?.querySelector<HTMLOutputElement>(`#grenze-${question.dataset.question}`)
    if (!question || !output) return
    const { most, exactly } = output.dataset
    const chosen = question.querySelectorAll('.options :checked:not([hidden] *)').length
    const text = chosenWords(chosen, Number(most), exactly !== undefined)
    if (output.textContent === text) return
    output.textContent = text
    output.classList.toggle('chosen--many', chosen > Number(most))
    announce(text)
  })
}
