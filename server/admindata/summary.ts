import type { FaultCause } from '../../analysis/sources/fault-causes.ts'
import type { IndicatorReport, IntakeReport, LeftKey, LeftSeries } from '../../analysis/sources/intake-report.ts'
import type { Refusal } from '../../analysis/sources/source.ts'
import type { Changes } from '../store/observations.ts'

/** What an import did, or would do, as it is kept with the batch. */
export interface ImportSummary {
  /** Lines of the file, headings and footnotes included. */
  lines: number
  observations: number
  changes: Changes
  indicators: IndicatorReport[]
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

export function summaryOf(report: IntakeReport, lines: number, observations: number, changes: Changes): ImportSummary {
  return {
    lines,
    observations,
    changes,
    indicators: report.indicators,
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
