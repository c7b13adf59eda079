import { announce } from './announce.ts'
import type { AskedNow } from './save-request.ts'

/** Shows what is asked now and hides what is not: the server alone says which. What was typed stays in its fields. */
export function showAsked({ questions, items }: AskedNow): void {
  const news = Object.entries(questions).flatMap(([id, sentence]) => showQuestion(id, sentence))
  for (const [name, closed] of Object.entries(items)) {
    const item = document.querySelector<HTMLElement>(`[data-item="${name}"]`)
    if (item !== null) settle(item, () => closed)
  }
  if (news.length > 0) announce(news.join(' '))
}

/** What is to be said of a question that came or went. */
function showQuestion(id: string, sentence: string): string[] {
  const body = document.querySelector<HTMLElement>(`[data-asked="${id}"]`)
  const line = document.getElementById(`entfaellt-${id}`)
  if (body === null || line === null || line.textContent === sentence) return []
  const changes = (line.textContent === '') !== (sentence === '')
  line.textContent = sentence
  line.hidden = sentence === ''
  settle(body, () => line.textContent !== '')
  const number = body.closest('.question')?.querySelector('.question__number')?.textContent ?? ''
  return changes ? [`${number} ${sentence === '' ? 'ist jetzt gefragt.' : 'entfällt.'}`] : []
}

/** Nothing goes away under the hands of whoever writes in it. */
function settle(element: HTMLElement, isClosed: () => boolean): void {
  if (isClosed() && element.contains(document.activeElement))
    element.addEventListener('focusout', () => setTimeout(() => settle(element, isClosed)), { once: true })
  else element.hidden = isClosed()
}
