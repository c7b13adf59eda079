import { type Counted, countList } from '../../../surveys/counting/count-list.ts'
import type { CountingPlan } from '../../../surveys/counting/counting-plan.ts'
import { guessColumns, knowsHeading } from '../../../surveys/counting/guess-columns.ts'
import { headingRow, headingsIn } from '../../../surveys/counting/headings.ts'
import type { ListTable } from '../../../surveys/counting/list-table.ts'
import { plainWord } from '../../../surveys/counting/words.ts'
import { bestTable } from './open-list.ts'
import { decidedIn, forget, type Remembered, readRemembered, remember } from './remembered.ts'

/** A list that is being counted, with all that was said of it. */
export class Work {
  readonly plan: CountingPlan
  readonly tables: readonly ListTable[]
  sheet: number
  head: number
  columns: Map<string, number>
  onlyLast = true
  remembered: Remembered

  constructor(plan: CountingPlan, tables: readonly ListTable[]) {
    this.plan = plan
    this.tables = tables
    this.remembered = readRemembered(plan.list)
    const best = bestTable(plan, tables)
    this.sheet = best.sheet
    this.head = best.head
    this.columns = this.#guessed()
  }

  get table(): ListTable {
    return this.tables[this.sheet] ?? { sheet: '', rows: [], lines: [], faults: new Map() }
  }

  get headings(): string[] {
    return headingsIn(this.table, this.head)
  }

  chooseSheet(sheet: number): void {
    this.sheet = sheet
    this.head = headingRow(this.table, (heading) => knowsHeading(this.plan, heading)).row
    this.columns = this.#guessed()
  }

  chooseHead(head: number): void {
    this.head = head
    this.columns = this.#guessed()
  }

  /** Which column says what, said by hand: kept for the next time, by its heading. */
  chooseColumn(id: string, place: number | undefined): void {
    if (place === undefined) this.columns.delete(id)
    else this.columns.set(id, place)
    const word = place === undefined ? '' : plainWord(this.headings[place] ?? '')
    if (place === undefined || word !== '') this.remembered.columns.set(id, word)
    remember(this.plan.list, this.remembered)
  }

  /** What a word means, said by hand; '' leaves it to us again. */
  decide(id: string, word: string, meaning: string): void {
    const words = this.remembered.values.get(id) ?? new Map<string, string>()
    if (meaning === '') words.delete(word)
    else words.set(word, meaning)
    if (words.size === 0) this.remembered.values.delete(id)
    else this.remembered.values.set(id, words)
    remember(this.plan.list, this.remembered)
  }

  forget(): void {
    this.remembered = forget(this.plan.list)
    this.columns = this.#guessed()
  }

  count(): Counted {
    const { head, columns, onlyLast } = this
    return countList(this.plan, this.table, { head, columns, onlyLast, decided: decidedIn(this.remembered) })
  }

  #guessed(): Map<string, number> {
    return guessColumns(this.plan, this.table, this.head, this.remembered.columns)
  }
}
