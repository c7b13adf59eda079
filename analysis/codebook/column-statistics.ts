import type { Described } from '../compare/describe-wave.ts'
import type { Level } from '../compare/level.ts'
import { hidden, isTold, type Told } from '../disclosure/hidden.ts'
import type { PanelReason } from '../panel/reasons.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import type { ColumnStatistics } from './codebook.ts'

/** The file that figures are of: how many rows it has, and why a value can be missing in it. */
interface OfFile {
  rows: number
  reasons: readonly string[]
}

/** What may be told of a variable, in the form of a codebook: of those who answered, since only they have a row. */
export function columnStatistics(
  { units, n, missing, result }: Described,
  { rows, reasons }: OfFile,
): ColumnStatistics {
  const nobody = isTold(units) ? 0 : hidden
  return {
    units: isTold(units) ? rows : units,
    n,
    missing: reasons.map((code) => ({ code, count: missing[code as PanelReason] ?? nobody })),
    ...(result?.kind === 'number' && { level: levelOf(result.level) }),
    ...(result?.kind === 'category' && {
      categories: result.distribution.categories.map(({ code, label, count, share }) => ({
        code,
        label,
        count,
        percent: isTold(share) ? figure(share) : share,
      })),
    }),
  }
}

function levelOf({ mean, sd, median, quartiles }: Level): NonNullable<ColumnStatistics['level']> {
  const [lower, upper] = isDefined(quartiles) ? quartiles : [quartiles, quartiles]
  return {
    mean: figure(mean),
    sd: figure(sd),
    lowerQuartile: figure(lower),
    median: figure(median),
    upperQuartile: figure(upper),
  }
}

/** Four places: more say nothing of a survey. */
function figure(value: number | NotDefined): Told<number | null> {
  if (isDefined(value)) return Math.round(value * 1e4) / 1e4
  return value.notDefined === 'hidden' ? hidden : null
}
