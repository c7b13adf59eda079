/** An element with text or other elements in it. Text stays text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...content: (string | Node)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  element.className = className
  element.append(...content)
  return element
}

export function makeButton(label: string, action: () => void): HTMLButtonElement {
  const button = make('button', 'kern-btn kern-btn--tertiary kern-btn--x-small', make('span', 'kern-label', label))
  button.type = 'button'
  button.addEventListener('click', action)
  return button
}

/** A box that says something, by its color and sign of the given tone. */
export function makeAlert(tone: 'info' | 'warning' | 'danger', ...content: Node[]): HTMLDivElement {
  const header = make('div', 'kern-alert__header', makeIcon(tone), make('div', 'kern-body kern-px-sm', ...content))
  return make('div', `kern-alert kern-alert--${tone}`, header)
}

/** A sign that is to be seen only. */
export const makeIcon = (name: string) => make('span', `kern-icon kern-icon--${name}`)
