import type { FaultCause } from '../../analysis/sources/fault-causes.ts'
import type { IndicatorReport, IntakeReport, LeftKey, LeftSeries } from '../../analysis/sources/intake-report.ts'
import type { Refusal } from '../../analysis/sources/source.ts'
import type { Changes } from '../store/observations.ts'
import type { ChangedFigure } from './changed-figures.ts'
import type { IndicatorUse } from './uses.ts'

/** What an import did, or would do, as it is kept with the batch. */
export interface ImportSummary {
  /** Lines of the file, headings and footnotes included. */
  lines: number
  observations: number
  changes: Changes
  /** Of those changed, the most extreme; reports of earlier imports lack them. */
  changed?: ChangedFigure[]
  indicators: IndicatorReport[]
  /** What these figures are good for; reports of earlier imports lack it. */
  uses?: IndicatorUse[]
  /** Figures that were not taken, with the keys and measures they belong to. */
  left: number
  leftKeys: LeftKey[]
  leftSeries: LeftSeries[]
  /** Rows that carry no figures, or that a mapping leaves out. */
  passed: number
  faultCount: number
  faults: Refusal[]
  /** The faults by what is wrong, the most frequent first; reports of earlier imports lack them. */
  causes?: FaultCause[]
  warnings: string[]
}

export function summaryOf(
  report: IntakeReport,
  { lines, changes, changed, uses }: Required<Pick<ImportSummary, 'lines' | 'changes' | 'changed' | 'uses'>>,
): ImportSummary {
  return {
    lines,
    observations: changes.added + changes.changed + changes.unchanged,
    changes,
    changed,
    indicators: report.indicators,
    uses,
    left: report.leftCount,
    leftKeys: report.leftKeys,
    leftSeries: report.leftSeries,
    passed: report.passed,
    faultCount: report.faultCount,
    faults: [...report.faults],
    causes: report.causes,
    warnings: report.warnings,
  }
}
