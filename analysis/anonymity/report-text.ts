import type { ReportSection } from './report-sections.ts'

/** A report as Markdown. */
export function reportText(title: string, facts: readonly string[], sections: readonly ReportSection[]): string {
  const blocks = [
    `# ${title}`,
    ...facts,
    ...sections.flatMap(({ title: heading, sentences, table }) => [
      `## ${heading}`,
      ...sentences,
      ...(table === undefined ? [] : [tableText(table)]),
    ]),
  ]
  return `${blocks.join('\n\n')}\n`
}

function tableText({ head, rows }: NonNullable<ReportSection['table']>): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
