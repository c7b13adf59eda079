import { columns } from '../../words.ts'
import type { Report, Section } from '../report.ts'
import { workingView } from '../sentences.ts'
import type { Table } from '../table.ts'
import { cellText } from './cell-text.ts'
import { originLines } from './origin-lines.ts'
import { tableTexts } from './table-texts.ts'

/** A report as lines for people, in German. */
export function reportLines({ title, comparability, warnings = [], notes, facts, sections, origin }: Report): string[] {
  return [
    `${workingView}.`,
    '',
    title,
    ...warnings.map((warning) => `  Achtung: ${warning}`),
    ...(comparability === undefined ? [] : [`  ${comparability.label}. ${comparability.why}`]),
    ...notes.map((note) => `  ${note}`),
    ...(facts.length === 0 ? [] : ['', ...facts.map((fact) => factLine(fact))]),
    ...sections.flatMap((section) => ['', ...sectionLines(section)]),
    '',
    ...originLines(origin),
  ]
}

export const factLine = ({ label, value, note }: Report['facts'][number]) =>
  `${label}: ${cellText(value)}${note === '' ? '' : ` (${note})`}`

/** A section under its title. */
export function sectionLines({ title, sentences, charts, tables }: Section): string[] {
  return [
    title,
    ...sentences.map((sentence) => `  ${sentence}`),
    ...charts.flatMap((chart) =>
      chart.table === undefined ? [] : ['', `  ${chart.title}`, ...tableLines(chart.table)],
    ),
    ...tables.flatMap((table) => [...(table.label === title ? [] : ['', `  ${table.label}`]), ...tableLines(table)]),
  ]
}

const tableLines = (table: Table) => columns([table.head, ...tableTexts(table)]).map((line) => `  ${line}`)
