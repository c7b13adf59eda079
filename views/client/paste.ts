import { decimal } from '../../surveys/types/decimal.ts'
import { enter, isNumberField, numberFields, questionOf } from './fields.ts'
import { showNote } from './notes.ts'

/** Spreads a column from a spreadsheet over the fields from the one it is pasted into. */
export function startPaste(form: HTMLFormElement): void {
  form.addEventListener('paste', (event) => {
    const { target } = event
    const values = readColumn(event.clipboardData?.getData('text/plain') ?? '')
    if (!isNumberField(target) || values.length < 2) return
    event.preventDefault()
    const fields = numberFields(form)
    const filled = fields.slice(fields.indexOf(target)).slice(0, values.length)
    const before = filled.map((field) => field.value)
    for (const [index, field] of filled.entries()) {
      const value = values[index] ?? ''
      if (value !== '') enter(field, value)
    }
    const question = questionOf(target)
    if (question === null) return
    showNote(question, pastedSentence(values, filled.length), [
      {
        label: 'Rückgängig machen',
        action: () => {
          for (const [index, field] of filled.entries()) enter(field, before[index] ?? '')
          target.focus()
        },
      },
    ])
  })
}

/** The cells of one row, or of the column that holds the numbers where labels were copied along with them. */
export function readColumn(text: string): string[] {
  const rows = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
  const [first = [], ...others] = rows
  if (others.length === 0) return first
  const readable = first.map((_cell, column) => rows.filter((row) => isNumber(row[column] ?? '')).length)
  const column = readable.indexOf(Math.max(...readable))
  return rows.map((row) => row[column] ?? '')
}

export function pastedSentence(values: string[], places: number): string {
  const pasted = values.slice(0, places).filter((value) => value !== '')
  const unreadable = pasted.filter((value) => !isNumber(value)).length
  const left = values.length - places
  return [
    pasted.length === 1 ? '1 Wert eingefügt' : `${pasted.length} Werte eingefügt`,
    ...(unreadable > 0 ? [`${unreadable} nicht lesbar`] : []),
    ...(left > 0 ? [`${left} ohne Feld`] : []),
  ].join(', ')
}

const isNumber = (text: string) => decimal.read(text).state === 'given'
