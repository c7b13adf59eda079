import type { Cells } from '../../surveys/answer/cell.ts'
import { runningSum } from '../../surveys/answer/relation.ts'
import { sumWords } from '../../surveys/answer/sentences.ts'
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
  const relation = dataset.relation as SumLine['relation']
  const target = targetOf(output, cells)
  const check = {
    left: [...htmlFor],
    relation,
    tolerance: Number(dataset.tolerance ?? 0),
    ...(dataset.blankIsZero === undefined ? {} : { blankIsZero: true as const }),
  }
  const right = { known: target ?? 0, blank: target === null ? 1 : 0, missing: 0 }
  const { left, outcome } = runningSum(check, cells, right)
  const text = sumWords(relation, outcome, left.known, target)
  if (output.textContent === text) return false
  output.textContent = text
  const line = output.closest('.sum')
  if (line !== null) line.className = `sum sum--${outcome}`
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
function targetOf({ dataset }: HTMLOutputElement, cells: Cells): number | null {
  const here = cells.get(dataset.targetField ?? '')
  if (here === undefined) return dataset.target ? Number(dataset.target) : null
  return here.state === 'given' && typeof here.value === 'number' ? here.value : null
}

function spoken(output: HTMLOutputElement): string {
  const number = questionOf(output)?.querySelector('.question__number')?.textContent ?? ''
  return `Summe ${number}: ${output.textContent}.`
}
