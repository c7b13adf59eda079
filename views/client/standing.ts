import type { FindingView } from '../../surveys/view/finding-view.ts'

/** Shows how a signal stands, with the reason as the server has it. */
export function showStanding({ check, reason }: Pick<FindingView, 'check' | 'reason'>): void {
  const sentence = document.getElementById(`stand-${check}`)
  if (sentence === null || reason === null) return
  sentence.textContent = reason.sentence
  const again = document.querySelector<HTMLElement>(`[data-lapsed][value="gilt:${check}"]`)
  if (again !== null) again.hidden = reason.state !== 'lapsed'
  const box = sentence.closest<HTMLElement>('[data-finding]')
  if (box === null) return
  showTone(box, reason.state === 'holds' ? 'success' : 'warning')
  const summary = box.querySelector('.reason > summary')
  if (summary !== null) summary.textContent = reason.state === 'holds' ? 'Begründung ändern' : 'Begründen'
}

/** The cards of the page where all is checked, and what is still missing. */
export function showCards(standing: readonly FindingView[], open: number, missing: string): void {
  for (const finding of standing) showStanding(finding)
  const states = new Map(standing.map(({ check, reason }) => [check, reason]))
  for (const card of document.querySelectorAll<HTMLElement>('[data-card]')) {
    const first = states.get(card.dataset.card ?? '')
    const sentences = [...card.querySelectorAll<HTMLElement>('[data-standing]')]
    const justified = sentences.every(({ dataset }) => states.get(dataset.standing ?? '')?.state === 'holds')
    for (const sentence of sentences) {
      const own = states.get(sentence.dataset.standing ?? '')
      sentence.hidden = own !== first && own?.sentence === first?.sentence
    }
    showTone(card, justified ? 'success' : 'warning')
    const badge = card.querySelector<HTMLElement>('[data-justified]')
    if (badge !== null) badge.hidden = !justified
  }
  showOpen(open)
  const sentence = document.getElementById('fehlt-noch')
  if (sentence !== null)
    sentence.textContent = missing ? `Zum Absenden fehlt noch: ${missing}.` : 'Nichts steht dem Absenden entgegen.'
}

function showOpen(open: number): void {
  const tally = document.getElementById('offene-hinweise')
  if (tally === null) return
  showTone(tally, open > 0 ? 'warning' : 'success')
  const [count, label] = [tally.querySelector('strong'), tally.querySelector('a > span')]
  if (count !== null) count.textContent = String(open)
  if (label !== null) label.textContent = open === 1 ? 'offener Hinweis' : 'offene Hinweise'
}

/** A box says by its color and its sign what it is about. */
function showTone(box: HTMLElement, tone: 'success' | 'warning'): void {
  const other = tone === 'success' ? 'warning' : 'success'
  box.classList.replace(`kern-alert--${other}`, `kern-alert--${tone}`)
  box.querySelector('.kern-alert__header > .kern-icon')?.classList.replace(`kern-icon--${other}`, `kern-icon--${tone}`)
}
