const pause = 1200

/** Keeps what is being written in a form, so that it is there again when one comes back to the page; says so once it is. */
export function startKeptNotes(): void {
  const forms = document.querySelectorAll<HTMLFormElement>('form[data-keeps-note]')
  for (const form of forms) keepNote(form)
  if (forms.length > 0)
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) location.reload()
    })
}

function keepNote(form: HTMLFormElement): void {
  const said = form.querySelector<HTMLElement>('[data-kept]')
  if (!said) return
  const written = () => new URLSearchParams(fieldsOf(form)).toString()
  let kept = written()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSent = false
  let hasFailed = false

  const keep = async () => {
    clearTimeout(timer)
    const body = written()
    if (isSent || body === kept) return
    try {
      const answer = await fetch(form.getAttribute('action') ?? '', {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams(body),
        keepalive: true,
      })
      if (!answer.ok) throw new Error(`status ${answer.status}`)
      kept = body
      hasFailed = false
      const { keptAt } = await answer.json()
      said.textContent = `Entwurf aufbewahrt um ${keptAt} Uhr, nur für Sie sichtbar.`
    } catch {
      hasFailed = true
      said.textContent = 'Der Entwurf ist noch nicht aufbewahrt: Die Verbindung fehlt, oder die Sitzung ist beendet.'
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(keep, pause)
  })
  form.addEventListener('submit', () => {
    isSent = true
    clearTimeout(timer)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep()
  })
  addEventListener('pagehide', keep)
  addEventListener('beforeunload', (event) => {
    if (!isSent && hasFailed && written() !== kept) event.preventDefault()
  })
}

const fieldsOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
