import type { Option } from '../../schemas/questionnaire.ts'
import type { ColumnForm } from '../codebook/described-column.ts'
import type { Offered } from '../reading/not-known.ts'
import type { Suggestion } from '../reading/suggestion.ts'

/** What an answer can hold. A ticked box is true; one that is not ticked holds nothing. */
export type Value = number | string | true

/** What a text says. Blank and 0 are different things; what cannot be read is kept as typed, with a sentence on it. */
export type Read<Of extends Value = Value> =
  | { state: 'given'; value: Of }
  | { state: 'blank' }
  | { state: 'unreadable'; raw: string; message: string; suggestions?: readonly Suggestion[] }

/** How a database calls what an answer is. */
export type SqlType = 'numeric' | 'boolean' | 'text' | 'date'

/** Everything that is known of a type of variable. */
export interface Type<Of extends Value = Value> {
  /** What can be made of many answers: sums of numbers, shares of ticked boxes and of options, none of words and days. */
  measure: 'number' | 'flag' | 'category' | 'none'
  /** Reads a text as it was typed. What cannot be read is told with what its question offers those who do not know. */
  read(raw: string, offered?: Offered): Read<Of>
  /** The form in which a text is kept, so that equal answers are equal texts. What cannot be read stays as it was typed. */
  kept(text: string): string
  /** Whether a form can send the text at all: boxes and lists send nothing but what stands in the page. */
  sends(text: string, options: readonly Option[]): boolean
  /** How much may be typed. More is refused with a message, never cut. */
  longest: number
  /** Whether what was answered in the last wave can be answered again: not who one is, and no lists. */
  repeats: boolean
  /** The keys that a phone offers. */
  keys: 'numeric' | 'decimal' | 'text'
  /** An answer as its field shows it, so that it is read back as itself. */
  field(value: Of): string
  /** An answer as people read it, without its unit. */
  shown(value: Of, options?: readonly Option[]): string
  unit: '' | '%'
  /** What the codebook calls it, and what it says of its values. */
  label: string
  values: string
  sql: SqlType
  /** What its column holds in files that know types. */
  column: ColumnForm
  /** An answer as somebody could have typed it, from random numbers between 0 and 1; '' where that takes more than the type. */
  invent(next: () => number): string
}
