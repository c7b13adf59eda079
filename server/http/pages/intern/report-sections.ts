import type { Chart } from '../../../../analysis/report/chart.ts'
import { cellText } from '../../../../analysis/report/print/cell-text.ts'
import { tableTexts } from '../../../../analysis/report/print/table-texts.ts'
import type { Report, Section } from '../../../../analysis/report/report.ts'
import type { Table } from '../../../../analysis/report/table.ts'
import { draw } from '../../../../views/charts/draw.ts'
import { specificationOf } from '../../../../views/charts/specification.ts'
import type { ChartFigure, Fact, FigureSection, FigureTable } from '../../../../views/page-data/evaluation-pages.ts'
import { type ChartFrame, chartDownloads } from './chart-frame.ts'

/** The facts at the head of a report, as the page prints them. */
export const reportFacts = ({ facts }: Report): Fact[] =>
  facts.map(({ label, value, note }) => ({ label, value: cellText(value), note }))

/** The sections of a report, as the page prints them. */
export const reportSections = ({ sections }: Report, frame: ChartFrame): Promise<FigureSection[]> =>
  Promise.all(sections.map((section) => sectionFigures(section, frame)))

async function sectionFigures(
  { id, title, sentences, charts, tables }: Section,
  frame: ChartFrame,
): Promise<FigureSection> {
  return {
    id,
    title,
    paragraphs: [...sentences],
    charts: await Promise.all(charts.map((chart) => chartFigure(chart, frame))),
    tables: tables.map((table) => ({ label: table.label, table: figureTable(table) })),
  }
}

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
