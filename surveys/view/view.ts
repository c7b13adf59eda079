import type { Cells, Raw } from '../answer/cells.ts'
import type { Finding } from '../answer/finding.ts'
import type { LastWave } from '../answer/surroundings.ts'
import type { Instrument } from '../compile/instrument.ts'
import type { Kommune } from '../reading/register.ts'
import type { Suggestion } from '../reading/suggestion.ts'
import type { StateLookup } from '../regions/state-lookup.ts'
import type { ExplainedTerm } from '../terms/terms-of.ts'
import type { VariableType } from '../types/index.ts'
import type { Type } from '../types/type.ts'
import type { FindingView } from './finding-view.ts'

/** Everything a view of a questionnaire is made from. */
export interface Answered {
  instrument: Instrument
  raw: Raw
  cells: Cells
  findings: readonly Finding[]
  last?: LastWave | undefined
  /** The one that answers. */
  kommune?: Kommune | undefined
}

/** The text field in which an item is named. */
interface OtherField {
  name: string
  label: string
  value: string
}

/** When a question is asked, where that is not always. */
export interface AskedView {
  /** `Nur wenn Sie in F3 „ja“ angegeben haben.`, or ''. */
  words: string
  /** Why it is not asked, or ''. */
  closed: string
}

/** When an item is asked: `nur wenn in F3 „ja“ angegeben ist`, or ''; and whether it is not. */
export interface AskedItem {
  asked: string
  closed: boolean
}

/** One line with a number field. */
export interface NumberRow extends AskedItem {
  name: string
  label: string
  type: VariableType
  keys: Type['keys']
  value: string
  /** The value as people read it, without its unit; also one that follows from others and was not typed. */
  shown: string
  unit: Type['unit']
  /** The item for persons without information. */
  unknown: boolean
  /** Why the text could not be read, and what may be meant. */
  error: string
  suggestions: readonly Suggestion[]
  other: OtherField | null
  /** The number of the last wave, as it is shown and as its field would show it. */
  last: { text: string; value: string } | null
  /** What the register says of the Kommune, with source and date, or ''. */
  register: string
}

/** One field for text. */
interface TextField {
  name: string
  value: string
}

/** A field whose text has to name something that is known. */
export interface KeyField extends TextField {
  error: string
  suggestions: readonly Suggestion[]
}

/** A field for a day or a month. */
interface DateField extends TextField {
  error: string
  precision: 'day' | 'month'
  type: VariableType
  keys: Type['keys']
  hint: string
}

/** One option of a list. */
interface ChoiceRow extends AskedItem {
  name: string
  /** What is sent when it is chosen. */
  value: string
  label: string
  checked: boolean
  exclusive: boolean
  other: OtherField | null
}

/** What was answered in the last wave, and the button that takes it over. */
export interface LastAnswer {
  /** The day of the last wave, or its title. */
  time: string
  /** The answer; '' of a question with several, which stand beside their fields. */
  told: string
  /** One answer, which is replaced; of several, what is blank is filled. */
  whole: boolean
  /** What the button enters, by field, as fields show it. Nothing, where all stands there already. */
  values: Record<string, string>
}

/** One row of a matrix. */
interface StepRow extends AskedItem {
  name: string
  label: string
  /** The code of the chosen step, or ''. */
  value: string
  /** `15.12.2018: oft`, or ''. */
  last: string
  other: OtherField | null
}

/** One line of contact data. */
interface ContactLine {
  name: string
  label: string
  value: string
  format: 'text' | 'name' | 'mail' | 'phone'
}

/** A running sum beside its target. */
export interface SumLine {
  check: string
  /** The names of its fields, with blanks between. */
  fields: string
  relation: 'equal' | 'atMost' | 'atLeast'
  /** The variable of the target and its question's number, or '' where the target is fixed. */
  targetField: string
  target: number | null
  targetNumber: string
  /** How far apart two numbers may be that count as equal. */
  tolerance: number
  /** Once one number is given, the blanks beside it count as 0. */
  blankIsZero: boolean
  text: string
  state: 'satisfied' | 'violated' | 'undecidable' | 'incomplete'
}

/** Numbers, with what stands before their labels, or ''. */
interface NumbersBody {
  lead: string
  rows: NumberRow[]
}

/** What each kind shows of its own. */
export interface Bodies {
  gkz: { field: KeyField }
  im_number: { field: KeyField }
  kommune: {
    name: string
    /** As the register has it; '' where nobody in particular is asked. */
    kommune: string
    value: string
    confirmed: boolean
  }
  text: { field: TextField }
  longtext: { field: TextField }
  count: NumbersBody
  decimal: NumbersBody
  percent: NumbersBody
  date: { field: DateField }
  counts: NumbersBody
  shares: NumbersBody
  choice: { options: ChoiceRow[] }
  choices: {
    options: ChoiceRow[]
    /** How many options may be chosen, or null for any number. */
    atMost: number | null
    /** Just as many are asked for. */
    exactly: boolean
    /** `2 von höchstens 3 angekreuzt`, or ''. */
    chosen: string
  }
  matrix: { scale: readonly { code: string; label: string }[]; steps: StepRow[] }
  gemeinden: { field: KeyField }
  contact: { lines: ContactLine[] }
  composite: { parts: QuestionView[] }
}

/** The kind of a question with what it shows of its own. */
type ViewOfKind = { [Name in keyof Bodies]: { kind: Name; body: Bodies[Name] } }[keyof Bodies]

/** A question, complete for its template. */
export type QuestionView = ViewOfKind & QuestionHead

/** What every kind shows. */
interface QuestionHead {
  id: string
  number: string
  title: string
  help: string
  heading: string
  sums: SumLine[]
  /** Where each state counts, where the question puts states together. */
  states: StateLookup | null
  /** What its words mean. */
  terms: readonly ExplainedTerm[]
  notAvailable: { name: string; label: string; checked: boolean } | null
  comment: { name: string; value: string } | null
  asked: AskedView | null
  /** What follows from other answers, '' while nothing does, null where nothing ever can. */
  follows: string | null
  last: LastAnswer | null
  /** Sentences on what does not fit, apart from fields that could not be read. */
  findings: FindingView[]
}
