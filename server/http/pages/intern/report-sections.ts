import type { Chart } from '../../../../analysis/report/chart.ts'
import { cellText } from '../../../../analysis/report/print/cell-text.ts'
import type { Report, Section } from '../../../../analysis/report/report.ts'
import type { Table } from '../../../../analysis/report/table.ts'
import { draw } from '../../../../views/charts/draw.ts'
import { specificationOf } from '../../../../views/charts/specification.ts'
import type { ChartFigure, Fact, FigureSection, FigureTable } from '../../../../views/page-data/evaluation-pages.ts'

/** The facts at the head of a report, as the page prints them. */
export const reportFacts = ({ facts }: Report): Fact[] =>
  facts.map(({ label, value, note }) => ({ label, value: cellText(value), note }))

/** The sections of a report, as the page prints them. */
export const reportSections = ({ sections }: Report): Promise<FigureSection[]> =>
  Promise.all(sections.map(sectionFigures))

async function sectionFigures({ id, title, sentences, charts, tables }: Section): Promise<FigureSection> {
  return {
    id,
    title,
    paragraphs: [...sentences],
    charts: await Promise.all(charts.map(chartFigure)),
    tables: tables.map((table) => ({ label: table.label, table: figureTable(table) })),
  }
}

export const figureTable = ({ head, rows }: Table): FigureTable => ({
  head: [...head],
  rows: rows.map((row) => row.map(cellText)),
})

/** A chart as the page shows it, drawn. */
export async function chartFigure({ id, title, text, values, key = [], table, drawing }: Chart): Promise<ChartFigure> {
  const description = `${text} ${values}`.trim()
  return {
    id,
    title,
    text,
    svg: await draw(specificationOf(drawing), { id, title, description }),
    key: [...key],
    table: table === undefined ? null : figureTable(table),
  }
}
