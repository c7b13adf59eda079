import { typedBreakdown } from '../../analysis/indicators/breakdown.ts'
import { type MissingReason, missingReasons } from '../../analysis/sources/missing.ts'
import { formatPeriod } from '../../analysis/sources/period.ts'
import { formatNumber } from '../../surveys/reading/number.ts'
import type { ChangedFigure } from './changed-figures.ts'

/** The figures that change most, for people: `einwohner, 117019 Eislingen/Fils, 31.12.2018: 200 → 20.000 Personen (× 100)`. */
export function changedLines(figures: readonly ChangedFigure[], count: number): string[] {
  if (figures.length === 0) return []
  const more = count - figures.length
  return [
    'Geändert, was sich im Verhältnis am meisten ändert zuerst:',
    ...figures.map((figure) => `  ${changedLine(figure)}`),
    ...(more > 0 ? [`  … und ${formatNumber(more)} weitere`] : []),
  ]
}

export function changedLine({ indicator, breakdown, unit, region, name, period, ...figure }: ChangedFigure): string {
  const what = breakdown === '' ? indicator : `${indicator}:${typedBreakdown(breakdown)}`
  const place = [region, name].filter(Boolean).join(' ')
  const before = shown(figure.before, figure.beforeMissing, figure.after === null ? unit : '')
  const after = shown(figure.after, figure.afterMissing, unit)
  return `${what}, ${place}, ${formatPeriod(period)}: ${before} → ${after}${ratioOf(figure)}`
}

function shown(value: number | null, missing: MissingReason | null, unit: string): string {
  return value === null ? `ohne Zahl („${symbolOf(missing)}“)` : [formatNumber(value), unit].filter(Boolean).join(' ')
}

const symbolOf = (missing: MissingReason | null) =>
  missingReasons.find(({ code }) => code === missing)?.symbols[0] ?? ''

/** `(× 100)`, `(÷ 2,5)`; nothing where there is no ratio, or none that shows. */
function ratioOf({ before, after }: Pick<ChangedFigure, 'before' | 'after'>): string {
  if (before === null || after === null || before === 0 || after === 0 || before > 0 !== after > 0) return ''
  const ratio = after / before
  const rounded = Number((ratio >= 1 ? ratio : 1 / ratio).toPrecision(3))
  return rounded === 1 ? '' : ` (${ratio > 1 ? '×' : '÷'} ${formatNumber(rounded)})`
}
