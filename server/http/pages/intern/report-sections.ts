import type { Chart } from '../../../../analysis/report/chart.ts'
import { cellText } from '../../../../analysis/report/print/cell-text.ts'
import { tableTexts } from '../../../../analysis/report/print/table-texts.ts'
import type { Report, Section } from '../../../../analysis/report/report.ts'
import type { Table } from '../../../../analysis/report/table.ts'
import { termsIn } from '../../../../analysis/report/terms.ts'
import { draw } from '../../../../views/charts/draw.ts'
import { specificationOf } from '../../../../views/charts/specification.ts'
import type { ChartFigure, Fact, FigureSection, FigureTable } from '../../../../views/page-data/evaluation-pages.ts'
import { type ChartFrame, chartDownloads } from './chart-frame.ts'

/** The facts at the head of a report, as the page prints them. */
export const reportFacts = ({ facts }: Report): Fact[] =>
  facts.map(({ label, value, note }) => ({ label, value: cellText(value), note }))

/** The sections of a report, as the page prints them; of those that are folded, pictures and tables lie behind a click. */
export const reportSections = (
  { sections }: Report,
  frame: ChartFrame,
  isFolded: (section: Section) => boolean = () => false,
): Promise<FigureSection[]> =>
  Promise.all(
    sections.map(async (section) => ({ ...(await sectionFigures(section, frame)), folded: isFolded(section) })),
  )

async function sectionFigures(
  { id, title, sentences, charts, tables }: Section,
  frame: ChartFrame,
): Promise<Omit<FigureSection, 'folded'>> {
  const figures = tables.map((table) => ({ label: table.label, table: figureTable(table) }))
  return {
    id,
    title,
    terms: termsOfSection(title, sentences, figures),
    paragraphs: [...sentences],
    charts: await Promise.all(charts.map((chart) => chartFigure(chart, frame))),
    tables: figures,
  }
}

/** What people read in a section, beside figures. */
const termsOfSection = (title: string, sentences: readonly string[], tables: FigureSection['tables']) =>
  termsIn([title, ...sentences, ...tables.flatMap(({ label, table }) => [label, ...table.head, ...namesOf(table)])])

const namesOf = ({ rows }: FigureTable) => rows.map(([name = '']) => name)

export const figureTable = (table: Table): FigureTable => ({
  head: [...table.head],
  rows: tableTexts(table),
})

/** A chart as the page shows it, drawn. */
export async function chartFigure(chart: Chart, frame: ChartFrame): Promise<ChartFigure> {
  const { id, title, text, values, basis, key = [], table, drawing } = chart
  const description = `${text} ${values}`.trim()
  const notes = frame.notesOf(basis)
  return {
    id,
    title,
    text,
    svg: await draw(specificationOf(drawing), { id, title, description, notes }),
    key: [...key],
    downloads: chartDownloads(chart, frame),
    table: table === undefined ? null : figureTable(table),
  }
}
