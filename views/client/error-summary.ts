/** The summary takes the focus, unless the address names a field. Its links lead into the fields. */
export function startErrorSummary(): void {
  if (location.hash === '' || !goTo(location.hash)) document.querySelector<HTMLElement>('[data-focus]')?.focus()
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-focus] a[href^="#"]') : null
    if (link !== null && goTo(link.hash)) event.preventDefault()
  })
  addEventListener('hashchange', () => goTo(location.hash))
}

function goTo(hash: string): boolean {
  const target = document.getElementById(decodeURIComponent(hash.slice(1)))
  const details = target?.closest('details')
  if (details) details.open = true
  if (!target?.matches('input, select, textarea, [tabindex="-1"]:not(main)')) return false
  target.focus({ preventScroll: true })
  ;(target.closest('.row, .kern-form-check, .kern-form-input, .question') ?? target).scrollIntoView({ block: 'center' })
  return true
}
