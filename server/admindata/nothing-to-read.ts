import type { ImportSummary } from './summary.ts'

/** Why a file brings nothing, and what may help. */
export function nothingToRead({ leftSeries, leftKeys }: ImportSummary): string[] {
  const measures = leftSeries.map(
    ({ statistic, measure, figures }) =>
      `Nicht im Katalog: ${[statistic, measure].filter(Boolean).join(', ')} (${figures} Angaben)`,
  )
  const keys =
    leftKeys.length === 0 ? [] : [`Nicht in Baden-Württemberg oder nicht bekannt: ${leftKeys.length} Schlüssel`]
  const help =
    measures.length === 0
      ? []
      : [
          'Ist es doch ein Indikator, nennen Sie ihn mit --indikator KENNUNG („stichtag admindata catalogue“ zeigt alle).',
        ]
  return ['Die Datei enthält keine Angabe, die eingelesen werden kann.', ...measures, ...keys, ...help]
}
