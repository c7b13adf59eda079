import type { Counted, CountedValues } from '../../../surveys/counting/count-list.ts'
import type { PlannedColumn } from '../../../surveys/counting/counting-plan.ts'
import { personColumns } from '../../../surveys/counting/guess-columns.ts'
import { make, makeButton } from '../elements.ts'
import { amountOf, makeSelect, type SelectOption } from './choices.ts'
import { isAnything } from './remembered.ts'
import { makeValueChoices } from './value-choices.ts'
import type { Work } from './work.ts'

const mostHeads = 30

/** What columns and values mean: suggested, changed by hand. `update` says anew how much is placed, and leaves the focus where it is. */
export function showColumns(place: HTMLElement, work: Work, onChange: () => void, onStart: () => void) {
  const blocks = work.plan.columns.map((column) => makeBlock(work, column, onChange))
  const told = make('div', 'columns')
  if (work.tables.length > 1) told.append(sheetChoice(work, onStart))
  told.append(headChoice(work, onStart))
  const persons = make(
    'div',
    'columns',
    ...personColumns.map((id) => columnChoice(work, id, work.plan[id].column, onChange)),
  )
  const kept = make('div', '')
  place.replaceChildren(
    told,
    heading('Wer gezählt wird'),
    persons,
    heading('Was gezählt wird'),
    make('div', 'columns columns--wide', ...blocks.map(({ element }) => element)),
    kept,
  )
  return {
    update(counted: Counted): void {
      for (const block of blocks) block.update(counted.columns.find(({ id }) => id === block.id))
      showKept(kept, work, onStart)
    },
  }
}

const heading = (text: string) => make('h3', '', text)

const rowsOf = ({ table }: Work) => table.rows.slice(0, mostHeads)

function sheetChoice(work: Work, onStart: () => void): HTMLElement {
  const options = work.tables.map(({ sheet, rows }, at) => ({
    value: String(at),
    label: `${sheet} (${amountOf(rows.length, 'Zeile', 'Zeilen')})`,
  }))
  return makeSelect('blatt', 'Blatt', options, String(work.sheet), (value) => {
    work.chooseSheet(Number(value))
    onStart()
    document.getElementById('blatt')?.focus()
  })
}

function headChoice(work: Work, onStart: () => void): HTMLElement {
  const options = rowsOf(work).flatMap((row, at): SelectOption[] => {
    const names = row.filter((cell) => cell.trim() !== '')
    if (names.length === 0 && at !== work.head) return []
    const shown = names.slice(0, 3).join(', ')
    return [{ value: String(at), label: `Zeile ${work.table.lines[at] ?? at + 1}: ${shown.slice(0, 60)}` }]
  })
  return makeSelect('ueberschriften', 'Die Überschriften stehen in', options, String(work.head), (value) => {
    work.chooseHead(Number(value))
    onStart()
    document.getElementById('ueberschriften')?.focus()
  })
}

function columnChoice(work: Work, id: string, label: string, onChange: () => void): HTMLElement {
  const options = work.headings.flatMap((name, at): SelectOption[] => {
    const isFilled = name !== '' || work.table.rows.some((row) => (row[at] ?? '').trim() !== '')
    return isFilled ? [{ value: String(at), label: name === '' ? `Spalte ${at + 1} ohne Überschrift` : name }] : []
  })
  const none = { value: '', label: 'steht nicht in der Liste' }
  const chosen = work.columns.get(id)
  return makeSelect(`spalte-${id}`, label, [none, ...options], chosen === undefined ? '' : String(chosen), (value) => {
    work.chooseColumn(id, value === '' ? undefined : Number(value))
    onChange()
  })
}

function makeBlock(work: Work, column: PlannedColumn, onChange: () => void) {
  const { id, number } = column
  const said = make('p', 'kern-body--muted')
  const values = make('div', '')
  let shownFor: string | undefined
  return {
    id,
    element: make(
      'div',
      'counted-column',
      columnChoice(work, id, `${column.column} (${number})`, onChange),
      said,
      values,
    ),
    update(counted: CountedValues | undefined): void {
      said.textContent = counted === undefined ? '' : placedWords(column, counted)
      // While somebody chooses among the values of a column, their list stays as it is.
      const shown = counted === undefined ? '' : `${counted.heading} ${work.columns.get(id)} ${work.sheet} ${work.head}`
      if (shown === shownFor) return
      shownFor = shown
      values.replaceChildren(counted === undefined ? '' : (makeValueChoices(work, column, counted, onChange) ?? ''))
    },
  }
}

function placedWords({ isAge }: PlannedColumn, { values, unplaced }: CountedValues): string {
  const different = amountOf(values.length, 'Wert', 'verschiedene Werte')
  if (values.length === 0) return ''
  if (unplaced === 0) return isAge ? 'alle zugeordnet' : `${different}, alle zugeordnet`
  const missed = `${amountOf(unplaced, 'Person', 'Personen')} nicht zugeordnet`
  return isAge ? missed : `${different}, ${missed}`
}

function showKept(place: HTMLElement, work: Work, onStart: () => void): void {
  if (!isAnything(work.remembered)) {
    place.replaceChildren()
    return
  }
  if (place.childElementCount > 0) return
  const button = makeButton('Gemerkte Zuordnungen vergessen', () => {
    work.forget()
    onStart()
    document.getElementById('spalten-titel')?.focus()
  })
  const words =
    'Was Sie selbst zugeordnet haben, merkt sich dieser Browser für das nächste Mal: Überschriften und Wörter, keine Zeilen der Liste. Sonst erfährt es niemand.'
  place.append(make('p', '', words), button)
}
