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
  const button = make('button', 'quiet-button', label)
  button.type = 'button'
  button.addEventListener('click', action)
  return button
}
