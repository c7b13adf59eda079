import type { Book, BookQuestion, BookTable } from './book.ts'
import type { BookVariable } from './book-variable.ts'
import { element, type Xml } from './xml.ts'

const style =
  'body{font:1rem/1.5 sans-serif;max-width:60rem;margin:auto;padding:1rem}table{border-collapse:collapse}' +
  'td,th{border-bottom:1px solid #767676;padding:.2rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}' +
  'dt{font-weight:bold}dd{margin:0 0 .3rem}'

/** A codebook as a file of its own, that loads nothing. */
export function bookHtml({ title, synthetic, facts, hidden, assumed, tables, shared }: Book): string {
  const root = element(
    'html',
    { lang: 'de' },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width' }),
      element('title', {}, `Codebuch: ${title}`),
      element('style', {}, style),
    ),
    element(
      'body',
      {},
      element('h1', {}, `Codebuch: ${title}`),
      synthetic ? paragraph('Diese Daten sind synthetisch, also erfunden.') : undefined,
      pairs(facts),
      paragraph(hidden),
      assumed.map(paragraph),
      tables.flatMap(tableHtml),
      shared.length === 0 ? undefined : element('h2', {}, 'Was mehrere Wellen fragen'),
      shared.flatMap(({ comparability, concepts }) => [
        paragraph(comparability),
        rowsHtml(
          ['Angabe', 'Spalte'],
          concepts.map(({ label, columns }) => [label, columns]),
        ),
      ]),
    ),
  )
  return `<!doctype html>\n${root.xml}\n`
}

const paragraph = (text: string): Xml => element('p', {}, text)

const pairs = (facts: Book['facts']): Xml =>
  element(
    'dl',
    {},
    facts.flatMap(({ label, value }) => [element('dt', {}, label), element('dd', {}, value)]),
  )

const tableHtml = ({ title, note, reasons, sections }: BookTable): Xml[] => [
  element('h2', {}, title),
  paragraph(note),
  ...(reasons.rows.length === 0
    ? []
    : [element('h3', {}, reasons.title), paragraph(reasons.note), rowsHtml(reasons.head, reasons.rows)]),
  ...sections.flatMap((section) => [element('h3', {}, section.title), ...section.questions.flatMap(questionHtml)]),
]

const questionHtml = ({ number, text, instruction, population, variables }: BookQuestion): Xml[] => [
  ...(text === '' ? [] : [element('h4', {}, `${number} ${text}`)]),
  ...[instruction, population].filter(Boolean).map(paragraph),
  ...variables.flatMap(variableHtml),
]

const variableHtml = ({ name, label, facts, values }: BookVariable): Xml[] => [
  element('h5', { id: `spalte-${name}` }, `${name}: ${label}`),
  pairs(facts),
  ...(values.length === 0 ? [] : [valuesHtml(values)]),
]

const valuesHtml = (values: BookVariable['values']): Xml =>
  rowsHtml(
    ['Code', 'Bedeutung', 'Anzahl', 'Prozent'],
    values.map(({ code, label, count, percent }) => [code, label, count, percent]),
  )

const rowsHtml = (head: readonly string[], rows: readonly (readonly string[])[]): Xml =>
  element(
    'table',
    {},
    element('tr', {}, ...head.map((word) => element('th', {}, word))),
    rows.map((cells) => element('tr', {}, ...cells.map((text) => element('td', {}, text === '' ? ' ' : text)))),
  )
