import { make, makeAlert, makeButton } from './elements.ts'

const warnBefore = 5 * 60
/** Where a session is prolonged and begun again, and what its end means, for respondents and for staff. */
const kinds = {
  respondent: {
    keepAlive: '/sitzung',
    login: '/zugang',
    here: () => location.pathname,
    again: 'Neu anmelden und hier weitermachen',
    over: 'Ihre Sitzung ist beendet. Was gespeichert ist, bleibt erhalten; was Sie danach eingegeben haben, wird aufbewahrt.',
  },
  delegate: {
    keepAlive: '/zuarbeit/sitzung',
    login: '/zuarbeit',
    here: () => location.pathname,
    again: '',
    over: 'Ihre Sitzung ist beendet. Was gespeichert ist, bleibt erhalten. Öffnen Sie den Link aus Ihrer Nachricht noch einmal in einem neuen Fenster, und lassen Sie diese Seite geöffnet: Was hier noch nicht gespeichert ist, wird danach gespeichert.',
  },
  staff: {
    keepAlive: '/intern/sitzung',
    login: '/intern/anmelden',
    here: () => location.pathname + location.search,
    again: 'Neu anmelden und hier weitermachen',
    over: 'Ihre Sitzung ist beendet. Zum Weiterarbeiten melden Sie sich bitte neu an.',
  },
} as const
let region: HTMLElement | undefined
let before: HTMLElement | undefined
let timers: ReturnType<typeof setTimeout>[] = []

/** Warns before a session ends, offers to prolong it, and after it the way back to the same place. */
export function startSession(): void {
  const seconds = Number(document.body.dataset.secondsLeft)
  if (seconds > 0) sessionLasts(seconds)
}

/** The server has said how long the session lasts from now. */
export function sessionLasts(seconds: number): void {
  stop()
  hide()
  const ends = new Date(Date.now() + seconds * 1000)
  timers = [
    setTimeout(() => warn(ends), Math.max(0, seconds - warnBefore) * 1000),
    setTimeout(() => sessionEnded(loginFromHere()), seconds * 1000),
  ]
}

function kind() {
  const { staff, delegate } = document.body.dataset
  return staff !== undefined ? kinds.staff : delegate !== undefined ? kinds.delegate : kinds.respondent
}

const loginFromHere = () => `${kind().login}?weiter=${encodeURIComponent(kind().here())}`

/** The session is over. What the page sends meanwhile is kept for the next login. */
export function sessionEnded(login: string): void {
  stop()
  const { again, over } = kind()
  // A colleague has nothing to log in with but her link.
  if (again === '') {
    show(over)
    return
  }
  const link = make('a', '', again)
  link.href = login + encodeURIComponent(placeOnPage())
  show(over, link)
}

/** The browser's session is not for this form. Only this page has what is not saved, so it must stay open. */
export function sessionOfOthers(login: string): void {
  stop()
  const link = make('a', '', 'In einem neuen Fenster anmelden')
  link.href = login
  link.target = '_blank'
  show(
    'Für diesen Fragebogen sind Sie zurzeit nicht angemeldet. Bitte lassen Sie diese Seite geöffnet und melden Sie sich in einem neuen Fenster an: Was hier noch nicht gespeichert ist, wird danach gespeichert.',
    link,
  )
}

function stop(): void {
  for (const timer of timers) clearTimeout(timer)
}

function warn(ends: Date): void {
  const time = ends.toLocaleTimeString('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' })
  show(
    `Ihre Sitzung endet um ${time} Uhr, wenn Sie sie nicht verlängern. Gespeichertes bleibt erhalten.`,
    makeButton('Sitzung verlängern', prolong),
  )
}

async function prolong(): Promise<void> {
  try {
    const response = await fetch(kind().keepAlive, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ _csrf: document.body.dataset.csrf ?? '' }),
    })
    const answer: { secondsLeft?: number; login?: string } = await response.json()
    if (answer.secondsLeft !== undefined) sessionLasts(answer.secondsLeft)
    else if (answer.login !== undefined) sessionEnded(answer.login)
    else throw new Error(`status ${response.status}`)
  } catch {
    show('Das Verlängern hat nicht geklappt.', makeButton('Noch einmal versuchen', prolong))
  }
}

function show(sentence: string, ...actions: HTMLElement[]): void {
  hide()
  region = makeAlert('warning', make('p', '', sentence), ...actions)
  region.classList.add('session')
  region.setAttribute('role', 'alert')
  region.addEventListener('focusin', ({ relatedTarget }) => {
    if (relatedTarget instanceof HTMLElement) before = relatedTarget
  })
  document.body.append(region)
  measure.observe(region)
}

/** How much of the window the warning covers: nothing that has the focus may lie below it, on a screen of any width. */
const measure = new ResizeObserver(() =>
  document.documentElement.style.setProperty('--session-height', `${region?.offsetHeight ?? 0}px`),
)

/** Takes the warning away. Whoever was in it goes back to where they came from. */
function hide(): void {
  const inside = region?.contains(document.activeElement)
  measure.disconnect()
  document.documentElement.style.removeProperty('--session-height')
  region?.remove()
  region = undefined
  if (inside) before?.focus()
}

/** The field that the person is at, as the end of an address. */
function placeOnPage(): string {
  const { activeElement } = document
  const field = activeElement?.closest('form[data-autosave]') ? (activeElement as HTMLInputElement) : null
  const id = field?.id || field?.name
  return id ? `#${id}` : ''
}
