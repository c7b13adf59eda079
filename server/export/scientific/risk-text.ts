import type { RiskReport } from '../../../analysis/anonymity/report.ts'
import { reportSections } from '../../../analysis/anonymity/report-sections.ts'
import { reportText } from '../../../analysis/anonymity/report-text.ts'
import { exportFiles } from '../files.ts'
import { originLines } from '../origin-lines.ts'
import type { Table } from '../table.ts'
import type { TextFile } from '../text-file.ts'

/** The report that goes beside a file for science. */
export function riskText(table: Table, report: RiskReport): TextFile<string> {
  const waves = table.origin.waves.map(({ wave }) => wave)
  return {
    file: 'suf-bericht',
    name: `${waves.join('_')}${exportFiles['suf-bericht'].ending}.md`,
    mediaType: 'text/markdown; charset=utf-8',
    text: reportText(`Scientific-Use-File ${waves.join(', ')}: Bericht`, originLines(table), reportSections(report)),
  }
}
