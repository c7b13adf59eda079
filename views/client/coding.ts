/**
 * Categories by keys: each has a sign of its own, and with a part of the text selected it is given to that part alone. Keys say something only
 * while the focus is in the text or the categories, so that nobody presses one by mistake.
 */
export function startCoding(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-coding]')
  const text = form?.querySelector<HTMLElement>('[data-coding-text]')
  const marks = form?.querySelector<HTMLFieldSetElement>('[data-coding-marks]')
  if (form == null || text == null || marks == null) return
  for (const keys of form.querySelectorAll<HTMLElement>('[data-coding-keys]')) keys.hidden = false
  form.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toLowerCase()
    const box = form.querySelector<HTMLInputElement>(`[data-press="${CSS.escape(key)}"]`)
    if (box !== null) {
      const part = selectedPart(text)
      if (part === undefined) box.checked = !box.checked
      else addMark(marks, box, { ...part, said: text.textContent?.slice(part.start, part.end) ?? '' })
    } else if (!act(form, key)) return
    event.preventDefault()
  })
  if (document.querySelector('.kern-alert--danger') === null) text.focus()
}

function act(form: HTMLFormElement, key: string): boolean {
  if (key === 'n') form.querySelector<HTMLButtonElement>('button[value="weiter"]')?.click()
  else if (key === '0') form.querySelector<HTMLButtonElement>('button[value="keine"]')?.click()
  else if (key === 'b') form.querySelector<HTMLAnchorElement>('a[rel="prev"]')?.click()
  else if (key === 'u') document.querySelector<HTMLFormElement>('form[data-coding-undo]')?.requestSubmit()
  else return false
  return true
}

/** Where the selection begins and ends in the text, if it lies within and is not empty. */
function selectedPart(text: HTMLElement): { start: number; end: number } | undefined {
  const selection = getSelection()
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined
  const range = selection.getRangeAt(0)
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return undefined
  const before = document.createRange()
  before.selectNodeContents(text)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  return { start, end: start + range.toString().length }
}

function addMark(
  marks: HTMLFieldSetElement,
  { value: key, labels }: HTMLInputElement,
  { start, end, said }: { start: number; end: number; said: string },
): void {
  const value = `${key}:${start}-${end}`
  const known = marks.querySelector<HTMLInputElement>(`input[value="${CSS.escape(value)}"]`)
  if (known !== null) {
    known.checked = !known.checked
    return
  }
  const name = labels?.[0]?.lastChild?.textContent?.trim() ?? key
  const box = document.createElement('input')
  Object.assign(box, {
    type: 'checkbox',
    name: 'stelle',
    value,
    checked: true,
    id: `stelle-neu-${marks.querySelectorAll('input').length}`,
  })
  box.className = 'kern-form-check__checkbox'
  const label = document.createElement('label')
  label.className = 'kern-label'
  label.htmlFor = box.id
  label.textContent = `${name}: „${said}“`
  const row = document.createElement('div')
  row.className = 'kern-form-check'
  row.append(box, label)
  marks.querySelector('[data-coding-rows]')?.append(row)
  marks.hidden = false
}
