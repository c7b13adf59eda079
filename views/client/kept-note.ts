const pause = 1200

/** Keeps a note that is being written, so that it is there again when one comes back to the page; says so once it is. */
export function startKeptNote(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-keeps-note]')
  const text = form?.querySelector('textarea')
  const said = form?.querySelector<HTMLElement>('[data-kept]')
  if (!form || !text || !said) return
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
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
  addEventListener('beforeunload', (event) => {
    if (!isSent && hasFailed && text.value !== kept) event.preventDefault()
  })
}

const fieldsOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
