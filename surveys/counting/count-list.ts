import type { CountingPlan, PlannedColumn } from './counting-plan.ts'
import { fieldsOf } from './counting-plan.ts'
import { headingsIn } from './headings.ts'
import { type ChosenRows, listPersons, type PersonRow, type Persons, type UnplacedCell } from './list-persons.ts'
import { cellKey, faultReason, type ListTable } from './list-table.ts'
import { type Decided, type Reading, valueReader, wordOf } from './read-value.ts'

/** How a list is to be counted. */
export interface ListChoice extends Omit<ChosenRows, 'headings'> {
  /** What the words of a column mean, by its id, where somebody has said so. */
  decided: ReadonlyMap<string, Decided>
}

export interface Counted extends Omit<Persons, 'persons'> {
  persons: number
  /** The counts by their variables, in the order of the form. */
  counts: ReadonlyMap<string, number>
  columns: CountedValues[]
}

/** What stands in a column, and how it is read. */
export interface CountedValues {
  id: string
  heading: string
  values: { word: string; text: string; amount: number; reading: Reading }[]
  /** Persons of whom this column says nothing that could be counted. */
  unplaced: number
}

/** Counts a list: each person once for each question, in the fields that their row says. */
export function countList(plan: CountingPlan, table: ListTable, choice: ListChoice): Counted {
  const headings = headingsIn(table, choice.head)
  const { persons, ...told } = listPersons(plan, table, { ...choice, headings })
  const columns = plan.columns.flatMap((column): UsedColumn[] => {
    const place = choice.columns.get(column.id)
    if (place === undefined) return []
    return [usedColumn(column, place, persons, plan, choice.decided.get(column.id) ?? new Map())]
  })
  const counts = new Map<string, number>(zeros(plan, columns))
  const add = (field: string) => counts.set(field, (counts.get(field) ?? 0) + 1)
  const unplaced: UnplacedCell[] = [...told.unplaced]
  const missed = new Map<string, number>()
  const byId = new Map(columns.map((one) => [one.column.id, one]))
  const questions = byQuestion(columns)
  for (const person of persons) {
    if (plan.persons !== undefined) add(plan.persons)
    for (const own of questions.values()) countQuestion(person, own)
  }
  return {
    ...told,
    unplaced,
    persons: persons.length,
    counts,
    columns: columns.map(({ column, place, values }) => ({
      id: column.id,
      heading: headings[place] ?? '',
      values,
      unplaced: missed.get(column.id) ?? 0,
    })),
  }

  /** Who is known by no column of a question is counted once in its field for that, unless something could not be placed. */
  function countQuestion(person: PersonRow, own: readonly UsedColumn[]): void {
    const fields = new Set<string>()
    let unknown = 0
    for (const used of own) {
      const reading = readingOf(person, used)
      if (reading.state === 'unplaced') miss(person, used, reading.reason)
      if (reading.state === 'value') for (const field of reading.value.counts) fields.add(field)
      if (reading.state === 'unknown') unknown += 1
    }
    for (const field of fields) add(field)
    const [first] = own
    if (first === undefined || unknown < own.length) return
    if (first.column.unknownField !== undefined) add(first.column.unknownField)
    else miss(person, first, 'ohne Angabe; dafür hat der Fragebogen kein Feld')
  }

  function miss({ line, cells }: PersonRow, { column, place }: UsedColumn, reason: string): void {
    unplaced.push({ line, column: headings[place] ?? '', found: (cells[place] ?? '').trim(), reason })
    missed.set(column.id, (missed.get(column.id) ?? 0) + 1)
  }

  function readingOf(person: PersonRow, used: UsedColumn): Reading {
    const reading = ownReading(person, used)
    const { unless } = used.column
    const other = unless && byId.get(unless.column)
    if (unless === undefined || other === undefined) return reading
    const said = ownReading(person, other)
    if (said.state !== 'value' || said.value.label !== unless.value) return reading
    const isNothing = reading.state !== 'value' || reading.value.label === 'nein' || reading.value.counts.length === 0
    if (isNothing) return { state: 'nowhere' }
    return {
      state: 'unplaced',
      reason: `widerspricht der Spalte „${headings[other.place] ?? ''}“: dort steht „${unless.value}“`,
    }
  }

  function ownReading({ row, cells }: PersonRow, { place, read }: UsedColumn): Reading {
    const fault = table.faults.get(cellKey(row, place))
    return fault === undefined ? read(cells[place] ?? '') : { state: 'unplaced', reason: faultReason[fault] }
  }
}

interface UsedColumn {
  column: PlannedColumn
  place: number
  read: (text: string) => Reading
  values: CountedValues['values']
}

function usedColumn(
  column: PlannedColumn,
  place: number,
  persons: readonly PersonRow[],
  { stichtag }: CountingPlan,
  decided: Decided,
): UsedColumn {
  const texts = new Map<string, number>()
  for (const { cells } of persons) {
    const text = (cells[place] ?? '').trim()
    texts.set(text, (texts.get(text) ?? 0) + 1)
  }
  const amounts = new Map<string, { text: string; amount: number }>()
  for (const [text, amount] of texts) {
    const word = column.isAge ? text : wordOf(text)
    const known = amounts.get(word)
    if (known === undefined) amounts.set(word, { text, amount })
    else known.amount += amount
  }
  const blankIsOpen = isOnlyTicked(
    column,
    [...texts.keys()],
    valueReader(column, { stichtag, decided, blankIsOpen: false }),
  )
  const read = valueReader(column, { stichtag, decided, blankIsOpen })
  return {
    column,
    place,
    read,
    values: [...amounts].map(([word, { text, amount }]) => ({ word, text, amount, reading: read(text) })),
  }
}

/** Where nobody has written 'nein', a blank cell may say so. */
function isOnlyTicked({ values }: PlannedColumn, texts: readonly string[], read: (text: string) => Reading): boolean {
  if (!texts.includes('') || !values.some(({ label }) => label === 'nein')) return false
  const said = texts.filter((text) => text !== '').map(read)
  const says = (label: string) => said.some((one) => one.state === 'value' && one.value.label === label)
  return says('ja') && !says('nein')
}

function byQuestion(columns: readonly UsedColumn[]): Map<string, UsedColumn[]> {
  const questions = new Map<string, UsedColumn[]>()
  for (const one of columns) questions.set(one.column.question, [...(questions.get(one.column.question) ?? []), one])
  return questions
}

function zeros(plan: CountingPlan, columns: readonly UsedColumn[]): [string, number][] {
  const counted = new Set([plan.persons, ...columns.flatMap(({ column }) => fieldsOf(column))])
  return plan.fields.filter(({ name }) => counted.has(name)).map(({ name }) => [name, 0])
}
