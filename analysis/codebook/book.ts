import { type BookVariable, bookVariable, reasonOf, type SaidOnce } from './book-variable.ts'
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
  /** What several waves ask, by how far they can be compared. */
  shared: { comparability: string; concepts: { label: string; columns: string }[] }[]
}

export interface BookTable {
  /** What the file is called, and how much it holds. */
  title: string
  note: string
  /** Why values of its columns can be missing, and as what that leaves. */
  reasons: { title: string; note: string; head: string[]; rows: string[][] }
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
    tables: tables.map((table) => {
      const survey = study.waves.find(({ wave }) => wave === table.wave)?.survey
      return bookTable(table, survey)
    }),
    shared: byComparability(concepts),
  }
}

function byComparability(concepts: Codebook['concepts']): Book['shared'] {
  const found = new Map<string, Book['shared'][number]['concepts']>()
  for (const { label, columns, comparability } of concepts) {
    const words = comparability.join(' ')
    const names = new Set(columns.map(({ name }) => name))
    const where = names.size === 1 ? [...names].join() : columns.map(({ file, name }) => `${file}: ${name}`).join(', ')
    found.set(words, [...(found.get(words) ?? []), { label, columns: where }])
  }
  return [...found].map(([comparability, own]) => ({ comparability, concepts: own }))
}

/** Of a file with several waves, what columns of waves hold together stands below all tables. */
function bookTable(table: CodebookTable, survey: string | undefined): BookTable {
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
  const reasons = reasonsOf(values)
  const once: SaidOnce = {
    reasons: reasons.rows.map(([code = '']) => code),
    concept: (name) => (survey === undefined ? asked.get(name)?.concept : `${survey}.${name}`),
  }
  return {
    title: file,
    note: `${rows} Zeilen, ${columns.length} Spalten; ${beside.size} davon sagen, warum ein Wert fehlt.`,
    reasons,
    sections: [...ofSections, rest]
      .filter(({ columns: own }) => own.length > 0)
      .map(({ title, columns: own }) => ({ title, questions: questionsOf(own, once) })),
  }
}

/** Each reason once, in the order in which columns name them. */
function reasonsOf(columns: readonly CodebookColumn[]): BookTable['reasons'] {
  const found = new Map(
    columns
      .flatMap(({ missing }) => missing?.reasons ?? [])
      .map(({ code, label, number, stata }) => [`${code} ${label}`, [code, label, `${number}, in Stata ${stata}`]]),
  )
  return {
    title: 'Warum Werte fehlen können',
    note: `Der Grund steht neben dem Wert, in einer Spalte, die ebenso heißt und auf „${reasonOf('')}“ endet; heißt sie anders, ist das gesagt. Ist nichts gesagt, kommt jeder dieser Gründe vor.`,
    head: ['Grund', 'Bedeutung', 'In Dateien mit Zahlencodes'],
    rows: [...found.values()],
  }
}

/** Columns of the same question stand below it. */
function questionsOf(columns: readonly CodebookColumn[], once: SaidOnce): BookQuestion[] {
  const questions: BookQuestion[] = []
  for (const column of columns) {
    const { number = '', question: text = '', instruction = '', population = '' } = column
    const last = questions.at(-1)
    const isSame = last !== undefined && last.number === number && last.text === text && last.population === population
    if (isSame) last.variables.push(bookVariable(column, once))
    else questions.push({ number, text, instruction, population, variables: [bookVariable(column, once)] })
  }
  return questions
}
