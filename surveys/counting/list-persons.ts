import { readDay } from '../reading/typed-date.ts'
import type { CountingPlan } from './counting-plan.ts'
import type { ColumnChoice } from './guess-columns.ts'
import { cellKey, faultReason, type ListTable } from './list-table.ts'

/** A row that stands for a person. */
export interface PersonRow {
  row: number
  line: number
  cells: readonly string[]
}

/** Something about a row that somebody should know. */
export interface RowNote {
  line: number
  reason: string
}

/** A cell that says nothing which could be counted. */
export interface UnplacedCell {
  line: number
  /** The heading of its column. */
  column: string
  found: string
  reason: string
}

export interface Persons {
  persons: PersonRow[]
  /** Rows that are not counted, and why. */
  left: RowNote[]
  blank: number
  /** Keys that stand in several rows. */
  twins: { key: string; lines: number[]; differ: boolean }[]
  /** The rows that have no key, where the others have. */
  keyless: number[]
  /** Days that could not be read: whoever they belong to is counted all the same. */
  unplaced: UnplacedCell[]
}

export interface ChosenRows {
  head: number
  headings: readonly string[]
  columns: ColumnChoice
  /** Of a key that stands in several rows only the last one counts. */
  onlyLast: boolean
}

const totals =
  /^\W*(?:summen?|gesamt|gesamtsumme|gesamtzahl|gesamtergebnis|insgesamt|zwischensumme|total|anzahl|ergebnis)\b/i

/** The rows of a list that stand for persons who are counted on the Stichtag. */
export function listPersons(
  plan: CountingPlan,
  table: ListTable,
  { head, headings, columns, onlyLast }: ChosenRows,
): Persons {
  const found: Persons = { persons: [], left: [], blank: 0, twins: [], keyless: [], unplaced: [] }
  const days = new Map<string, string>()
  const used = [...new Set(columns.values())]
  const [keyAt, beginAt, endAt] = [columns.get('key'), columns.get('begin'), columns.get('end')]
  const own = (table.rows[head] ?? []).map((cell) => cell.trim())
  for (let row = head + 1; row < table.rows.length; row += 1) {
    const cells = table.rows[row] ?? []
    const line = table.lines[row] ?? row + 1
    const reason = reasonToLeave({ row, line, cells })
    if (reason === 'blank') found.blank += 1
    else if (reason !== '') found.left.push({ line, reason })
    else found.persons.push({ row, line, cells })
  }
  if (keyAt !== undefined) tellTwins(keyAt)
  return found

  function reasonToLeave({ row, line, cells }: PersonRow): string {
    const filled = cells.filter((cell) => cell.trim() !== '')
    if (filled.length === 0) return 'blank'
    if (cells.every((cell, place) => cell.trim() === (own[place] ?? ''))) return 'wiederholt die Überschriften'
    if (totals.test(filled[0] ?? '')) return `ist eine Summenzeile („${shortened(filled[0] ?? '')}“)`
    if (used.every((place) => (cells[place] ?? '').trim() === '')) return 'sagt nichts in den zugeordneten Spalten'
    if (filled.length === 1 && own.filter(Boolean).length > 2)
      return `hat nur eine ausgefüllte Zelle („${shortened(filled[0] ?? '')}“)`
    return outsideStichtag({ row, line, cells })
  }

  function outsideStichtag(person: PersonRow): string {
    if (plan.stichtag === '') return ''
    const [begin, end] = [dayIn(person, beginAt), dayIn(person, endAt)]
    if (begin !== '' && begin > plan.stichtag) return `Plan erst nach dem Stichtag begonnen (${german(begin)})`
    return end !== '' && end < plan.stichtag ? `Plan schon vor dem Stichtag beendet (${german(end)})` : ''
  }

  function dayIn({ row, line, cells }: PersonRow, place: number | undefined): string {
    const text = place === undefined ? '' : (cells[place] ?? '').trim()
    if (place === undefined || text === '') return ''
    const day = days.get(text) ?? dayOf(text)
    days.set(text, day)
    if (day !== '') return day
    const fault = table.faults.get(cellKey(row, place))
    const reason = fault === undefined ? 'ist kein Datum; die Person ist gezählt' : faultReason[fault]
    found.unplaced.push({ line, column: headings[place] ?? '', found: text, reason })
    return ''
  }

  function tellTwins(place: number): void {
    const byKey = new Map<string, PersonRow[]>()
    for (const person of found.persons) {
      const key = (person.cells[place] ?? '').trim()
      if (key === '') found.keyless.push(person.line)
      else byKey.set(key, [...(byKey.get(key) ?? []), person])
    }
    const superseded = new Set<PersonRow>()
    for (const [key, all] of byKey) {
      if (all.length < 2) continue
      const differ = new Set(all.map(({ cells }) => used.map((at) => (cells[at] ?? '').trim()).join('\u0000'))).size > 1
      found.twins.push({ key, lines: all.map(({ line }) => line), differ })
      for (const one of all.slice(0, -1)) superseded.add(one)
    }
    if (onlyLast) found.persons = found.persons.filter((person) => !superseded.has(person))
  }
}

function dayOf(text: string): string {
  const read = readDay(text)
  return read.state === 'given' ? read.value : ''
}

const german = (day: string) => day.split('-').reverse().join('.')

const shortened = (text: string) => (text.trim().length > 40 ? `${text.trim().slice(0, 40)} …` : text.trim())
