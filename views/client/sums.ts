import type { Cells } from '../../surveys/answer/cells.ts'
import type { Sum } from '../../surveys/answer/relation.ts'
import { runningSum, targetSum } from '../../surveys/answer/running-sum.ts'
import type { SumLine } from '../../surveys/view/view.ts'
import { announce } from './announce.ts'
import { questionOf, readNumbers } from './fields.ts'

const pause = 1000

/** Keeps the running sums up to date. Each is spoken when the typing has stopped for a moment. */
export function startSums(form: HTMLFormElement): void {
  const outputs = [...form.querySelectorAll<HTMLOutputElement>('.sum output')]
  let timer: ReturnType<typeof setTimeout> | undefined
  form.addEventListener('input', () => {
    const cells = readNumbers(form)
    const changed = outputs.filter((output) => updateSum(output, cells))
    if (changed.length === 0) return
    clearTimeout(timer)
    timer = setTimeout(() => announce(changed.map(spoken).join(' ')), pause)
  })
}

/** Whether the sum reads differently now. */
function updateSum(output: HTMLOutputElement, cells: Cells): boolean {
  const { dataset, htmlFor } = output
  const check = {
    left: [...htmlFor],
    relation: dataset.relation as SumLine['relation'],
    tolerance: Number(dataset.tolerance ?? 0),
    ...(dataset.blankIsZero === undefined ? {} : { blankIsZero: true as const }),
  }
  const { text, state } = runningSum(check, cells, targetOf(output, cells))
  const line = output.closest('.sum')
  if (line !== null) line.className = `sum sum--${state}`
  if (output.textContent === text) return false
  output.textContent = text
  return true
}

/** The sums as the server has them: their targets may have been changed on another page. */
export function showSumTexts(texts: Record<string, string>): void {
  for (const [check, text] of Object.entries(texts)) {
    const output = document.getElementById(`summe-${check}`)
    if (output !== null && output.textContent !== text) output.textContent = text
  }
}

/** The target may stand on this page or on another one. */
function targetOf({ dataset: { targetField = '', target } }: HTMLOutputElement, cells: Cells): Sum {
  if (cells.has(targetField)) return targetSum(cells, targetField)
  return target ? { known: Number(target), blank: 0, missing: 0 } : { known: 0, blank: 1, missing: 0 }
}

function spoken(output: HTMLOutputElement): string {
  const number = questionOf(output)?.querySelector('.question__number')?.textContent ?? ''
  return `Summe ${number}: ${output.textContent}.`
}
