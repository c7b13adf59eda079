import type { Book, BookQuestion, BookTable } from './book.ts'
import type { BookVariable } from './book-variable.ts'
import { element, type Xml } from './xml.ts'

const style =
  'body{font:1rem/1.5 sans-serif;max-width:60rem;margin:auto;padding:1rem}table{border-collapse:collapse}' +
  'td,th{border-bottom:1px solid #767676;padding:.2rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}' +
  'dt{font-weight:bold}dd{margin:0 0 .3rem}'

/** A codebook as a file of its own, that loads nothing. */
export function bookHtml({ title, synthetic, facts, hidden, assumed, tables, concepts }: Book): string {
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
      concepts.length === 0 ? undefined : element('h2', {}, 'Was mehrere Wellen fragen'),
      concepts.map(({ label, concept, columns, comparability }) =>
        paragraph(`${label} (${concept}). ${columns}. ${comparability}`),
      ),
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

const tableHtml = ({ title, note, sections }: BookTable): Xml[] => [
  element('h2', {}, title),
  paragraph(note),
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
  element(
    'table',
    {},
    element('tr', {}, ...['Code', 'Bedeutung', 'Anzahl', 'Prozent'].map((word) => element('th', {}, word))),
    values.map(({ code, label, count, percent }) =>
      element('tr', {}, ...[code, label, count, percent].map((text) => element('td', {}, text === '' ? ' ' : text))),
    ),
  )
