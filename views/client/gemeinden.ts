import { announce } from './announce.ts'
import { makeCombobox, type Suggestion } from './combobox.ts'
import { make, makeButton } from './elements.ts'
import { enter, questionOf } from './fields.ts'

const hasKey = /^\d{6}\b/

/** A list of Kommunen: a search, entries that can be removed, and behind them the text, which alone is saved. */
export function startGemeinden(form: HTMLFormElement): void {
  for (const text of form.querySelectorAll<HTMLTextAreaElement>('[data-gemeinden]')) makeList(text)
}

function makeList(text: HTMLTextAreaElement): void {
  const entries = make('ul', 'entries')
  const lines = () => text.value.split('\n').filter((line) => line.trim() !== '')
  const write = (changed: string[], sentence: string) => {
    enter(text, changed.join('\n'))
    announce(sentence)
  }
  const combobox = makeCombobox({
    id: `${text.id}-suche`,
    label: 'Kommune hinzufügen: Name oder Gemeindekennziffer',
    search: (typed) => suggest(text.dataset.gemeinden ?? '', typed),
    choose: ({ value, label }) => {
      const known = lines().includes(value)
      write(known ? lines() : [...lines(), value], known ? `${label} steht schon in der Liste` : `${label} hinzugefügt`)
    },
  })
  const remove = (line: string) => {
    write(
      lines().filter((one) => one !== line),
      `${line} entfernt`,
    )
    combobox.querySelector('input')?.focus()
  }
  const show = () =>
    entries.replaceChildren(
      ...lines().map((line) => {
        const button = makeButton('entfernen', () => remove(line))
        button.ariaLabel = `${line} entfernen`
        return make(
          'li',
          '',
          make('span', '', line, hasKey.test(line) ? '' : make('span', 'kern-body--muted', ' (noch ohne Kennziffer)')),
          button,
        )
      }),
    )
  text.addEventListener('input', show)
  show()

  const lookup = make('div', 'lookup')
  const body = make('div', 'kern-accordion__body')
  const heading = make('summary', 'kern-accordion__header', 'Liste als Text bearbeiten')
  const asText = make('details', 'comment kern-accordion', heading, body)
  const title = questionOf(text)?.querySelector<HTMLLabelElement>('.question__title label')
  text.before(lookup)
  text.ariaLabel = `${title?.textContent ?? ''} (Liste als Text)`
  if (title) title.htmlFor = `${text.id}-suche`
  body.append(document.getElementById(`${text.id}-form`) ?? '', text)
  lookup.append(combobox, entries, asText)
}

async function suggest(address: string, typed: string): Promise<Suggestion[]> {
  const response = await fetch(`${address}?suche=${encodeURIComponent(typed)}`, {
    headers: { accept: 'application/json' },
  })
  if (!response.ok) throw new Error(`status ${response.status}`)
  const found: { gkz: string; name: string; kreis: string }[] = await response.json()
  return found.map(({ gkz, name, kreis }) => ({ value: `${gkz} ${name}`, label: name, note: `${gkz}, ${kreis}` }))
}
