import { make } from '../elements.ts'

export interface SelectOption {
  value: string
  label: string
}

/** A list to choose one from, with its label. */
export function makeSelect(
  id: string,
  label: string,
  options: readonly SelectOption[],
  chosen: string,
  onChange: (value: string) => void,
): HTMLDivElement {
  const select = make('select', 'kern-form-input__select')
  select.id = id
  for (const { value, label: text } of options) select.append(new Option(text, value, false, value === chosen))
  select.addEventListener('change', () => onChange(select.value))
  const name = make('label', 'kern-label', label)
  name.htmlFor = id
  return make('div', 'kern-form-input', name, make('div', 'kern-form-input__select-wrapper', select))
}

/** A list of rows that takes as many lines on a phone as it has columns. */
export function makeTable(
  labelledBy: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): HTMLTableElement {
  const head = make('tr', 'kern-table__row')
  for (const text of heads) {
    const cell = make('th', 'kern-table__header', text)
    cell.scope = 'col'
    head.append(cell)
  }
  const body = make('tbody', 'kern-table__body')
  for (const cells of rows) {
    const row = make('tr', 'kern-table__row')
    for (const [place, text] of cells.entries()) {
      const cell = make('td', 'kern-table__cell', text)
      if (place > 0) cell.dataset.label = heads[place] ?? ''
      row.append(cell)
    }
    body.append(row)
  }
  const table = make('table', 'kern-table kern-table--small stacked', make('thead', 'kern-table__head', head), body)
  table.setAttribute('aria-labelledby', labelledBy)
  return table
}

/** Something that is made and shown when it is asked for: most of it never is, and there is much of it. */
export function makeDetails(title: string, content: () => Node[]): HTMLDetailsElement {
  const body = make('div', 'kern-accordion__body')
  const heading = make('summary', 'kern-accordion__header', make('span', 'kern-title kern-title--small', title))
  const details = make('details', 'kern-accordion', heading, body)
  details.addEventListener('toggle', () => {
    if (details.open && body.childElementCount === 0) body.append(...content())
  })
  return details
}

export const amountOf = (amount: number, one: string, many: string): string =>
  amount === 1 ? `1 ${one}` : `${amount.toLocaleString('de-DE')} ${many}`
