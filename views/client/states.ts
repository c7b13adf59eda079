import { announce } from './announce.ts'
import { makeCombobox, type Suggestion } from './combobox.ts'
import { make } from './elements.ts'

const most = 10

/** A search above the list of states that is folded away in a question: where does one count? */
export function startStates(form: HTMLFormElement): void {
  for (const details of form.querySelectorAll<HTMLElement>('[data-states]')) addSearch(details)
}

function addSearch(details: HTMLElement): void {
  const lines = [...details.querySelectorAll<HTMLElement>('[data-field]')]
  const answer = make('p', 'states__answer')
  const search = makeCombobox({
    id: `staat-${details.dataset.states}`,
    label: 'Name des Staates',
    search: async (typed) => matching(lines, typed).map(suggestionOf),
    choose: ({ value, label, note }) => {
      const link = Object.assign(make('a', '', 'Zum Feld'), { href: `#${value}` })
      const doubt = lines.find(({ dataset }) => dataset.name === label)?.dataset.doubt
      const doubtful = doubt ? ` Zweifelhaft: ${doubt}` : ''
      answer.replaceChildren(make('strong', '', label), ` zählt zu „${note}“. `, link, doubtful)
      announce(`${label} zählt zu: ${note}`)
    },
  })
  details.querySelector('.states')?.prepend(search, answer)
}

const suggestionOf = ({ dataset: { field = '', name = '', region = '' } }: HTMLElement): Suggestion => ({
  value: field,
  label: name,
  note: region,
})

/** Those whose name begins like what was typed, then those that have it somewhere. */
function matching(lines: readonly HTMLElement[], typed: string): HTMLElement[] {
  const wanted = folded(typed)
  const places = lines.map((line) => ({ line, at: folded(line.dataset.name ?? '').indexOf(wanted) }))
  const found = places.filter(({ at }) => at >= 0).sort((a, b) => Number(a.at > 0) - Number(b.at > 0))
  return found.slice(0, most).map(({ line }) => line)
}

/** Accents and signs do not matter: `Cote d'Ivoire`. */
const folded = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
