import { announce } from './announce.ts'
import { make } from './elements.ts'

export interface Suggestion {
  value: string
  label: string
  note: string
}

interface Options {
  id: string
  label: string
  /** What fits to the text typed so far. */
  search: (text: string) => Promise<Suggestion[]>
  choose: (suggestion: Suggestion) => void
}

const pause = 150

/** A text field with a list of suggestions, which arrow keys and Enter choose from as well as a click. */
export function makeCombobox({ id, label, search, choose }: Options): HTMLElement {
  const input = Object.assign(make('input', 'kern-form-input__input'), { id, autocomplete: 'off', spellcheck: false })
  const list = Object.assign(make('ul', 'combobox__list'), { id: `${id}-liste`, role: 'listbox', ariaLabel: label })
  const none = make('p', 'combobox__list combobox__none')
  let shown: Suggestion[] = []
  let active = -1
  let timer: ReturnType<typeof setTimeout> | undefined

  input.role = 'combobox'
  input.ariaAutoComplete = 'list'
  input.setAttribute('aria-controls', list.id)
  show([])
  input.addEventListener('input', (event) => {
    // What is searched for is no answer.
    event.stopPropagation()
    clearTimeout(timer)
    timer = setTimeout(() => void look(input.value.trim()), pause)
  })
  input.addEventListener('change', (event) => event.stopPropagation())
  input.addEventListener('blur', () => show([]))
  input.addEventListener('keydown', (event) => {
    const { key, isComposing } = event
    if (isComposing || !['ArrowDown', 'ArrowUp', 'Enter', 'Escape'].includes(key)) return
    // Enter alone would send the page.
    event.preventDefault()
    if (key === 'Escape') show([])
    else if (key !== 'Enter') activate(active + (key === 'ArrowDown' ? 1 : -1))
    else take(shown.length === 1 ? 0 : active)
  })
  // The focus stays in the field.
  list.addEventListener('pointerdown', (event) => event.preventDefault())

  async function look(text: string): Promise<void> {
    if (text.length < 2) return show([])
    try {
      const found = await search(text)
      if (input.value.trim() !== text || input !== document.activeElement) return
      show(found, found.length === 0 ? 'Dazu gibt es keinen Vorschlag.' : '')
      // It opens below the field, which may stand at the lower edge of a phone.
      list.scrollIntoView({ block: 'nearest' })
      input.scrollIntoView({ block: 'nearest' })
      const amount = found.length === 1 ? '1 Vorschlag' : `${found.length} Vorschläge`
      announce(found.length === 0 ? (none.textContent ?? '') : amount)
    } catch {
      show([], 'Die Suche ist gerade nicht erreichbar. Sie können die Liste als Text bearbeiten.')
    }
  }

  function show(suggestions: Suggestion[], sentence = ''): void {
    shown = suggestions
    none.textContent = sentence
    none.hidden = sentence === ''
    list.hidden = suggestions.length === 0
    input.ariaExpanded = String(!list.hidden)
    list.replaceChildren(
      ...suggestions.map(({ label, note }, index) => {
        const option = make('li', '', label, ' ', make('span', 'kern-body--muted', note))
        option.addEventListener('click', () => take(index))
        return Object.assign(option, { id: `${list.id}-${index}`, role: 'option' })
      }),
    )
    activate(-1)
  }

  function activate(index: number): void {
    active = shown.length === 0 || index < -1 ? shown.length - 1 : index === shown.length ? -1 : index
    for (const [at, option] of [...list.children].entries()) option.ariaSelected = String(at === active)
    if (active < 0) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', `${list.id}-${active}`)
    list.children[active]?.scrollIntoView({ block: 'nearest' })
  }

  function take(index: number): void {
    const suggestion = shown[index]
    if (suggestion === undefined) return
    input.value = ''
    show([])
    choose(suggestion)
  }

  return make('div', 'combobox', Object.assign(make('label', 'kern-label', label), { htmlFor: id }), input, list, none)
}
