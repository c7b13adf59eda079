const linked = /^#([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})$/i

/**
 * The link of a letter carries its code behind a #, which no browser sends along. It goes into its field, and out of the address and
 * the history before anybody could pass it on.
 */
export function startLinkedCode(): void {
  takeCode()
  addEventListener('hashchange', takeCode)
}

function takeCode(): void {
  const code = linked.exec(location.hash)?.[1]
  if (code === undefined) return
  history.replaceState(history.state, '', location.pathname + location.search)
  const field = document.querySelector<HTMLInputElement>('input.code-field')
  if (field === null) return
  field.value = code
  field.focus()
}
