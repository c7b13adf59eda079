import type { FaultCause } from '../../analysis/sources/fault-causes.ts'
import type { IndicatorReport, LeftKey, LeftSeries } from '../../analysis/sources/intake-report.ts'
import { missingReasons } from '../../analysis/sources/missing.ts'
import { leftReasons } from '../../analysis/territory/place.ts'
import { type Level, levels } from '../../analysis/territory/region-key.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import { changedLines } from './changed-lines.ts'
import type { ImportOutcome } from './import-file.ts'
import { placed } from './placed.ts'
import type { ImportSummary } from './summary.ts'
import { useLines } from './use-lines.ts'

const mostShown = 20
const german = (count: number) => count.toLocaleString('de-DE')
const levelNames: Record<Level, string> = {
  bund: 'Deutschland',
  land: 'Land',
  regierungsbezirk: 'Regierungsbezirke',
  kreis: 'Landkreise',
  gemeinde: 'Kommunen und Stadtkreise',
}

/** What an import did or would do, for people. */
export function outcomeLines(outcome: ImportOutcome): string[] {
  const { summary, title, source, licence, asOf, hash } = outcome
  return [
    stateLine(outcome),
    `${title}${asOf === null ? '' : `, Stand ${formatDate(asOf)}`}`,
    `Quelle: ${source}; Lizenz: ${licence}; SHA-256 ${hash}`,
    ...changedLines(summary.changed ?? [], summary.changes.changed),
    ...summary.indicators.flatMap(indicatorLines),
    ...noteLines(summary),
  ]
}

/** What was left out, what should be looked at, and what can be used. */
export function noteLines({ leftSeries, leftKeys, warnings, uses = [] }: ImportSummary): string[] {
  return [
    ...leftSeriesLines(leftSeries),
    ...leftKeyLines(leftKeys),
    ...warnings.map((warning) => `Achtung: ${warning}`),
    ...useLines(uses),
  ]
}

export function stateLine({ state, batch, file, summary: { changes, observations } }: ImportOutcome): string {
  const counts = `${german(changes.added)} neu, ${german(changes.changed)} geändert, ${german(changes.unchanged)} unverändert`
  switch (state) {
    case 'imported':
      return `${file} ist eingelesen (Nummer ${batch}): ${counts}.`
    case 'preview':
      return `Vorschau, nichts ist eingelesen. ${file}: ${counts}.`
    case 'known':
      return `${file} ist schon eingelesen (Nummer ${batch}); nichts hat sich geändert.`
    case 'unchanged':
      return `${file}: Alle ${german(observations)} Angaben sind schon so bekannt; nichts hat sich geändert.`
    case 'faulty':
      return `${file} ist nicht eingelesen.`
  }
}

export function indicatorLines(one: IndicatorReport): string[] {
  const counted = levels.flatMap((level) => {
    const count = one.levels[level]
    return count === undefined ? [] : [`${levelNames[level]} ${german(count)}`]
  })
  const missing = missingReasons.flatMap(({ code, label }) => {
    const count = one.missing[code]
    return count === undefined ? [] : [`    ohne Zahl, ${label}: ${german(count)}`]
  })
  const time = one.from === one.to ? one.from : `${one.from} bis ${one.to}`
  return [
    `  ${one.indicator} (${one.label}, ${one.unit}), ${time}: ${german(one.observations)} Angaben, davon ${german(one.values)} Zahlen`,
    `    ${counted.join(', ')}${one.breakdowns > 1 ? `; ${german(one.breakdowns)} Gliederungen` : ''}`,
    ...missing,
  ]
}

function leftSeriesLines(series: readonly LeftSeries[]): string[] {
  const more = series.length - mostShown
  return [
    ...series
      .slice(0, mostShown)
      .map(
        ({ statistic, measure, figures }) =>
          `Nicht im Katalog und nicht eingelesen: ${[statistic, measure].filter(Boolean).join(', ')} (${german(figures)} Angaben)`,
      ),
    ...(more > 0 ? [`… und ${german(more)} weitere Größen (--json zeigt alle)`] : []),
  ]
}

function leftKeyLines(keys: readonly LeftKey[]): string[] {
  const elsewhere = keys.filter(({ reason }) => reason === 'ausserhalb')
  const figures = elsewhere.reduce((sum, left) => sum + left.figures, 0)
  const named = keys.filter(({ reason }) => reason !== 'ausserhalb')
  const more = named.length - mostShown
  return [
    ...(figures > 0 ? [`Nicht eingelesen: ${german(figures)} Angaben zu anderen Ländern (${elsewhere.length})`] : []),
    ...named.slice(0, mostShown).map(leftKeyLine),
    ...(more > 0 ? [`… und ${german(more)} weitere Schlüssel (--json zeigt alle)`] : []),
  ]
}

function leftKeyLine({ key, name, reason, successor, until, figures, values }: LeftKey): string {
  const became = successor === undefined ? '' : `, heute Teil von ${successor}`
  const end = until === undefined ? '' : ` (bis ${formatDate(until)}${became})`
  const counts = `${german(figures)} Angaben, davon ${german(values)} Zahlen`
  return `Nicht eingelesen: ${[key, name].filter(Boolean).join(' ')} ${leftReasons[reason]}${end}: ${counts}`
}

/** The faults by cause, as many as one can read, and the way out. */
export function faultLines(outcome: ImportOutcome): string[] {
  return [
    ...causeLines(outcome),
    'Nichts wurde eingelesen. Bitte berichtigen Sie die Datei, oder lassen Sie die Zeilen mit --ohne-fehlerhafte aus.',
  ]
}

export function causeLines({ file, summary: { causes = [], faultCount } }: ImportOutcome): string[] {
  const shown = causes.slice(0, mostShown)
  const rest = faultCount - shown.reduce((sum, { count }) => sum + count, 0)
  return [
    ...shown.map((cause) => causeLine(file, cause)),
    ...(rest > 0 ? [`… und ${german(rest)} weitere Fehler.`] : []),
  ]
}

/** `datei.csv, Zeile 12, Spalte value: „1o“ ist keine Zahl … (10.767-mal, auch in Zeile 13, 14, 15)` */
function causeLine(file: string, { count, places: [first, ...others] }: FaultCause): string {
  if (first === undefined) return ''
  const lines = [...new Set(others.map(({ line }) => line))].filter((line) => line !== first.line)
  const also = lines.length === 0 ? '' : `, auch in Zeile ${lines.join(', ')}`
  return placed(file, first) + (count === 1 ? '' : ` (${german(count)}-mal${also})`)
}
