const pause = 1200

/** Keeps notes that are being written, so that they are there again when one comes back to the page; says so once they are. */
export function startKeptNotes(): void {
  const forms = document.querySelectorAll<HTMLFormElement>('form[data-keeps-note]')
  for (const form of forms) keepNote(form)
  if (forms.length > 0)
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) location.reload()
    })
}

function keepNote(form: HTMLFormElement): void {
  const text = form.querySelector('textarea')
  const said = form.querySelector<HTMLElement>('[data-kept]')
  if (!text || !said) return
  let kept = text.value
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSent = false
  let hasFailed = false

  const keep = async () => {
    clearTimeout(timer)
    const value = text.value
    if (isSent || value === kept) return
    try {
      const answer = await fetch(form.getAttribute('action') ?? '', {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams(fieldsOf(form)),
        keepalive: true,
      })
      if (!answer.ok) throw new Error(`status ${answer.status}`)
      kept = value
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
    if (!isSent && hasFailed && text.value !== kept) event.preventDefault()
  })
}

const fieldsOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
