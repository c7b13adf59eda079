import { isClosed } from '../answer/cells.ts'
import { readCells } from '../answer/read-cells.ts'
import { contentOf, rawOf, type SubmissionContent } from '../answer/submission.ts'
import type { Surroundings } from '../answer/surroundings.ts'
import type { Instrument } from '../compile/instrument.ts'
import type { Value } from '../types/type.ts'
import { isAmendable } from './amendable.ts'
import { besideOf } from './beside.ts'
import { freshFindings, type Stored } from './fresh-findings.ts'
import { shownAmended } from './shown-amended.ts'

/** One value that is to be used instead of another; null: no value. */
export interface WantedAmendment {
  field: string
  was: Value | null
  became: Value | null
}

/** The same with what follows from it, as long as others are what they are. */
export interface PlannedAmendment extends WantedAmendment {
  beside: Record<string, Value | null>
  follows: Record<string, Value | null>
}

export interface AmendmentPlan {
  /** Those that nothing speaks against, by their places. */
  rows: { place: number; row: PlannedAmendment }[]
  /** Sentences of what speaks against one, by its place. */
  faults: { place: number; message: string }[]
  /** What does not fit in the answers as they would be, and did before. Errors stop; signals want to be explained. */
  errors: string[]
  signals: string[]
}

type Answers = SubmissionContent['answers']

/** Looks at amendments of one form, in their order: whether each begins at what is used then, and what the checks say of the end. */
export function planAmendments(
  instrument: Instrument,
  used: Stored,
  wanted: readonly WantedAmendment[],
  around: Surroundings,
): AmendmentPlan {
  const plan: AmendmentPlan = { rows: [], faults: [], errors: [], signals: [] }
  let answers: Answers = used.answers
  for (const [place, one] of wanted.entries()) {
    const step = stepOf(instrument, { answers, comments: used.comments }, one)
    if (typeof step === 'string') plan.faults.push({ place, message: step })
    else {
      plan.rows.push({ place, row: step.row })
      answers = step.answers
    }
  }
  const after = { answers, comments: used.comments }
  const fresh = freshFindings(instrument, { known: [used], after, around })
  const messages = (severity: 'error' | 'signal') =>
    fresh.filter((one) => one.severity === severity).map(({ message }) => message)
  return { ...plan, errors: messages('error'), signals: messages('signal') }
}

/** One of them on its own, or why it cannot be. */
function stepOf(
  instrument: Instrument,
  { answers, comments }: Stored,
  { field, was, became }: WantedAmendment,
): string | { row: PlannedAmendment; answers: Answers } {
  const variable = instrument.variable.get(field)
  if (variable === undefined) return `„${field}“ ist kein Feld dieses Fragebogens.`
  if (!isAmendable(variable))
    return 'Dieses Feld wird nicht korrigiert: Texte bleiben, wie sie geschrieben sind, und Folgerungen ergeben sich von selbst.'
  const now = answers[field] ?? null
  if (became === now) return 'Der neue Wert ist der, der schon verwendet wird.'
  if (now !== was)
    return `Verwendet wird jetzt ${shownAmended(now, variable)}, nicht ${shownAmended(was, variable)}. Bitte sehen Sie noch einmal nach.`
  const raw = rawOf(instrument, { answers, comments })
  const { [field]: _before, ...others } = raw
  const typed =
    became === null ? others : { ...others, ...rawOf(instrument, { answers: { [field]: became }, comments: {} }) }
  const cells = readCells(instrument, typed)
  if (became !== null && isClosed(cells, field)) return notAsked
  const cellsBefore = readCells(instrument, raw)
  const [before, after] = [cellsBefore, cells].map((own) => contentOf(instrument, own, []).answers) as [
    Answers,
    Answers,
  ]
  if ((after[field] ?? null) !== became)
    return `Aus den übrigen Angaben folgt hier ${shownAmended(after[field] ?? null, variable)}.`
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => name !== field && before[name] !== after[name],
  )
  // Of what is asked no more nothing is used, whatever comes to be said there.
  const closed = instrument.variables.flatMap(({ name, role, contact }) =>
    !contact && role !== 'comment' && isClosed(cells, name) && !isClosed(cellsBefore, name) ? [name] : [],
  )
  const follows = Object.fromEntries([...changed, ...closed].map((name) => [name, after[name] ?? null]))
  const beside = Object.fromEntries(besideOf(instrument, field).map((name) => [name, answers[name] ?? null]))
  return { row: { field, was, became, beside, follows }, answers: withValues(answers, { ...follows, [field]: became }) }
}

const notAsked =
  'Danach ist nach den übrigen Angaben nicht gefragt. Bitte korrigieren Sie zuerst, was darüber entscheidet.'

function withValues(answers: Answers, values: Record<string, Value | null>): Answers {
  const all = Object.entries<Value | null>({ ...answers, ...values })
  return Object.fromEntries(all.flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
}
