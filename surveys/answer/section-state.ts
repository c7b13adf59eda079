import type { Question, Section } from '../compile/instrument.ts'
import type { Cells, Raw } from './cells.ts'
import { doneField } from './draft-fields.ts'
import type { Finding } from './finding.ts'
import { progressOf } from './progress.ts'
import { isShut } from './shut.ts'

/** How far a section is, as its form says it. */
export type SectionState = 'leer' | 'offen' | 'ausgefüllt' | 'erledigt' | 'zu prüfen' | 'freiwillig' | 'trifft nicht zu'

type Asked = Pick<Section, 'id' | 'questions' | 'asked'>

/**
 * Of a section that is asked, what still stops a submission comes first; then whether somebody has said that it is done; then what
 * is filled.
 */
export function sectionState(
  { id, questions, asked }: Asked,
  raw: Raw,
  cells: Cells,
  open: readonly Finding[],
): SectionState {
  if (isShut(asked, cells)) return 'trifft nicht zu'
  const ids = new Set(questions.flatMap((question) => [question.id, ...question.parts.map((part) => part.id)]))
  if (open.some((finding) => ids.has(finding.questions[0] ?? ''))) return 'zu prüfen'
  return raw[doneField(id)] === '1' ? 'erledigt' : filledState(questions, cells)
}

/** That a section is done a person says. One that asks for nothing but remarks is left to whoever has some. */
function filledState(questions: readonly Question[], cells: Cells): SectionState {
  const { filled, total } = progressOf(questions, cells)
  if (total === 0) return isRuledOut(questions, cells) ? 'trifft nicht zu' : 'freiwillig'
  if (filled === total) return 'ausgefüllt'
  return filled === 0 ? 'leer' : 'offen'
}

const isRuledOut = (questions: readonly Question[], cells: Cells): boolean =>
  questions.some(
    ({ parts, variables }) =>
      isRuledOut(parts, cells) || variables.some(({ name }) => cells.get(name)?.state === 'notApplicable'),
  )

const unfinished: ReadonlySet<SectionState> = new Set(['leer', 'offen', 'zu prüfen'])

/** Whether a section asks for nothing more. */
export const isComplete = (state: SectionState): boolean => !unfinished.has(state)
