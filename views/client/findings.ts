import type { FindingView } from '../../surveys/view/finding-view.ts'
import { showStanding } from './standing.ts'

/** Stands in the templates for the check of a finding. */
const placeholder = /neue-(?:pruefung|regel|abstimmung)/

/** Shows what does not fit at the question it concerns. What is there stays where it is: somebody may be writing a reason in it. */
export function showFindings(question: string, findings: readonly FindingView[]): void {
  const place = document.querySelector(`[data-findings="${question}"]`)
  if (place === null) return
  const there = new Map(
    [...place.querySelectorAll<HTMLElement>('[data-finding]')].map((box) => [box.dataset.finding, box]),
  )
  const checks = new Set(findings.map(({ check }) => check))
  for (const [check = '', box] of there) if (!checks.has(check)) box.remove()
  if (findings.length === 0) place.replaceChildren()
  let before: Element | undefined
  for (const finding of findings) {
    const box = there.get(finding.check) ?? makeFinding(finding)
    if (!box.isConnected) before === undefined ? place.prepend(box) : before.after(box)
    before = box
    const message = box.querySelector('[data-message]')
    if (message !== null) message.textContent = finding.message
    showStanding(finding)
  }
}

/** Says what follows in a question from other answers. */
export function showFollows(question: string, sentence: string): void {
  const place = document.querySelector(`[data-follows="${question}"]`)
  if (place !== null) place.textContent = sentence
}

/** The server's own markup, with the words of this finding. */
function makeFinding({ check, severity, reason, elsewhere }: FindingView): HTMLElement {
  const template = document.querySelector<HTMLTemplateElement>(
    elsewhere ? '#vorlage-anderswo' : severity === 'error' ? '#vorlage-fehler' : '#vorlage-hinweis',
  )
  const box = template?.content.firstElementChild?.cloneNode(true) as HTMLElement
  for (const element of [box, ...box.querySelectorAll('*')]) {
    for (const attribute of element.attributes) attribute.value = attribute.value.replace(placeholder, check)
  }
  if (reason === null) return box
  const select = box.querySelector('select')
  const text = box.querySelector('textarea')
  for (const { code, label } of reason.options) select?.append(new Option(label, code))
  if (select !== null) select.value = reason.code
  if (text !== null) text.value = reason.text
  const ask = box.querySelector(`label[for="text.${check}"]`)
  if (ask !== null) ask.textContent = reason.ask
  return box
}
