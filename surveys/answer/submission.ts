import type { Instrument } from '../compile/instrument.ts'
import { canonicalJson, sha256 } from '../definition/canonical.ts'
import { typedNumber } from '../reading/number.ts'
import type { Cells, Raw } from './cells.ts'
import type { Justification } from './justification.ts'

/** What is kept of a submission: answers, comments and contact data, apart from each other. */
export interface SubmissionContent {
  /** Only what was given, by variable name. A blank is absent; a ticked flag is true. */
  answers: Record<string, number | string | true>
  comments: Record<string, string>
  contact: Record<string, string>
  /** SHA-256 of answers, comments and justifications in canonical form. */
  hash: string
}

/** The answers to store. Unreadable fields are errors and never come here. */
export function contentOf(
  instrument: Instrument,
  cells: Cells,
  justifications: readonly Justification[],
): SubmissionContent {
  const answers: SubmissionContent['answers'] = {}
  const comments: Record<string, string> = {}
  const contact: Record<string, string> = {}
  for (const { name, role, contact: isContact } of instrument.byName) {
    const cell = cells.get(name)
    if (cell?.state !== 'given') continue
    if (isContact) contact[name] = String(cell.value)
    else if (role === 'comment') comments[name] = String(cell.value)
    else answers[name] = cell.value
  }
  // Canonical JSON of the three: the first two have their keys in order already.
  const content = `{"answers":${JSON.stringify(answers)},"comments":${JSON.stringify(comments)},"justifications":${canonicalJson(justifications)}}`
  return { answers, comments, contact, hash: sha256(content) }
}

/** The hash of answers that were stored, whose keys the database orders in its own way. */
export const contentHash = (stored: { answers: unknown; comments: unknown; justifications: unknown }): string =>
  sha256(canonicalJson(stored))

/** Answers that were stored, as they were typed: what followed from them follows again. */
export function rawOf(
  { rests, rules, filters }: Pick<Instrument, 'rests' | 'rules' | 'filters'>,
  { answers, comments }: Pick<SubmissionContent, 'answers' | 'comments'>,
): Raw {
  const derived = new Set([
    ...[...rules, ...filters].map(({ variable }) => variable),
    ...rests.flatMap(({ variable }) => [variable, ...String(answers[variable] ?? '').split(' ')]),
  ])
  const typed = Object.entries(answers).filter(([name]) => !derived.has(name))
  // What was known of whoever answered may be something else by now.
  const decided = filters
    .filter(({ beyond }) => beyond)
    .map(({ variable }) => [variable, answers[variable] ? '1' : '0'])
  return {
    ...Object.fromEntries(typed.map(([name, value]) => [name, typedValue(value)])),
    ...Object.fromEntries(decided),
    ...comments,
  }
}

function typedValue(value: number | string | true): string {
  if (value === true) return '1'
  return typeof value === 'number' ? typedNumber(value) : value
}
