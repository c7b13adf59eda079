import { type BookVariable, bookVariable } from './book-variable.ts'
import type { Codebook, CodebookColumn, CodebookTable } from './codebook.ts'
import { isSynthetic, studyFacts } from './study-words.ts'
import { hiddenWords } from './told-words.ts'

/** A codebook as it is read: in the browser, on paper, as a file. */
export interface Book {
  title: string
  synthetic: boolean
  facts: { label: string; value: string }[]
  /** What is not told. */
  hidden: string
  /** What nobody wrote down and was assumed, wave by wave. */
  assumed: string[]
  tables: BookTable[]
  concepts: { label: string; concept: string; columns: string; comparability: string }[]
}

export interface BookTable {
  /** What the file is called, and how much it holds. */
  title: string
  note: string
  sections: BookSection[]
}

export interface BookSection {
  title: string
  questions: BookQuestion[]
}

export interface BookQuestion {
  /** The printed number and what is asked, or '' of columns that nobody asked for. */
  number: string
  text: string
  instruction: string
  population: string
  variables: BookVariable[]
}

export function bookOf({ study, tables, concepts }: Codebook): Book {
  const several = study.waves.length > 1
  return {
    title: study.title,
    synthetic: isSynthetic(study),
    facts: studyFacts(study),
    hidden: hiddenWords,
    assumed: study.waves.flatMap(({ wave, assumed }) => assumed.map((text) => (several ? `${wave}: ${text}` : text))),
    tables: tables.map(bookTable),
    concepts: concepts.map(({ label, concept, columns, comparability }) => ({
      label,
      concept,
      columns: columns.map(({ file, name }) => `${file}: ${name}`).join(', '),
      comparability: comparability.join(' '),
    })),
  }
}

function bookTable(table: CodebookTable): BookTable {
  const { file, rows, columns, sections } = table
  const beside = new Set(columns.flatMap(({ missing }) => missing?.column ?? []))
  const values = columns.filter(({ name }) => !beside.has(name))
  const asked = new Map(values.map((column) => [column.name, column]))
  const ofSections = sections.map(({ title, columns: names }) => ({
    title,
    columns: names.flatMap((name) => asked.get(name) ?? []),
  }))
  const placed = new Set(ofSections.flatMap((one) => one.columns))
  const rest = {
    title: sections.length === 0 ? 'Angaben' : 'Spalten jeder Zeile',
    columns: values.filter((one) => !placed.has(one)),
  }
  return {
    title: file,
    note: `${rows} Zeilen, ${columns.length} Spalten; ${beside.size} davon sagen, warum ein Wert fehlt.`,
    sections: [...ofSections, rest]
      .filter(({ columns: own }) => own.length > 0)
      .map(({ title, columns: own }) => ({ title, questions: questionsOf(own) })),
  }
}

/** Columns of the same question stand below it. */
function questionsOf(columns: readonly CodebookColumn[]): BookQuestion[] {
  const questions: BookQuestion[] = []
  for (const column of columns) {
    const { number = '', question: text = '', instruction = '', population = '' } = column
    const last = questions.at(-1)
    const isSame = last !== undefined && last.number === number && last.text === text && last.population === population
    if (isSame) last.variables.push(bookVariable(column))
    else questions.push({ number, text, instruction, population, variables: [bookVariable(column)] })
  }
  return questions
}
