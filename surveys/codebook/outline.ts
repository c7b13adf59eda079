import type { Instrument, Question } from '../compile/instrument.ts'
import { kindOf } from '../kinds/index.ts'
import type { Outline } from '../kinds/kind.ts'

/** The compiled definition as `survey show --json` prints it. People script against this: it only ever grows. */
export function outline(instrument: Instrument) {
  const { id, version, hash, title, source, unit, stichtag, frist, assumed } = instrument
  return {
    id,
    version,
    hash,
    title,
    source: source ?? null,
    unit,
    stichtag: stichtag ?? null,
    frist,
    assumed,
    sections: instrument.sections.map((section) => ({
      id: section.id,
      title: section.title,
      questions: section.questions.map(outlineQuestion),
    })),
    filters: instrument.filters.map(({ of, id, variable, words, fields }) => ({ of, id, variable, words, fields })),
    checks: instrument.checks.map(({ id: check, severity, kind, questions, message }) => ({
      id: check,
      severity,
      kind,
      questions,
      message,
    })),
  }
}

interface QuestionOutline {
  number: string
  id: string
  kind: string
  title: string
  items: NonNullable<Outline['items']>
  options: object[]
  rows: object[]
  scale: object[]
  notAvailable: { name: string; label: string } | null
  comment: { name: string } | null
  parts: QuestionOutline[]
}

function outlineQuestion(question: Question): QuestionOutline {
  const { number, id, kind, title, notAvailable, comment } = question
  const { items = [], options = [], rows = [], scale = [] } = kindOf(kind).outline(question, question.definition)
  const parts = question.parts.map(outlineQuestion)
  return {
    number,
    id,
    kind,
    title,
    items: [...items, ...parts.flatMap((part) => part.items)],
    options: [...options, ...parts.flatMap((part) => part.options)],
    rows: [...rows, ...parts.flatMap((part) => part.rows)],
    scale: [...scale],
    notAvailable: notAvailable ? { name: notAvailable.name, label: notAvailable.label } : null,
    comment: comment ? { name: comment.name } : null,
    parts,
  }
}
