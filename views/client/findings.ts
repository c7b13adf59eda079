import { make, makeAlert } from './elements.ts'

export interface ShownFinding {
  severity: 'error' | 'signal'
  message: string
  check: string
}

/** Shows what does not fit at the question it concerns. */
export function showFindings(question: string, findings: ShownFinding[], checkPage: string): void {
  const place = document.querySelector(`[data-findings="${question}"]`)
  const shown = [...(place?.querySelectorAll('.kern-body > p:first-child') ?? [])].map(({ textContent }) => textContent)
  if (shown.join('\n') === findings.map(({ message }) => message).join('\n')) return
  place?.replaceChildren(...findings.map((finding) => makeFinding(finding, checkPage)))
}

/** Says what follows in a question from other answers. */
export function showFollows(question: string, sentence: string): void {
  const place = document.querySelector(`[data-follows="${question}"]`)
  if (place !== null) place.textContent = sentence
}

function makeFinding({ severity, message, check }: ShownFinding, checkPage: string): HTMLElement {
  const advice = make('p', '')
  if (severity === 'error') advice.append('Bitte berichtigen Sie die Angaben, damit Sie absenden können.')
  else {
    const link = make('a', '', 'begründen Sie sie beim Prüfen')
    link.href = `${checkPage}#befund-${check}`
    advice.append('Bitte berichtigen Sie die Angaben oder ', link, '.')
  }
  return makeAlert(severity === 'error' ? 'danger' : 'warning', make('p', '', message), advice)
}
