import type { ClientBase } from 'pg'
import type { Catalogue } from '../../analysis/indicators/catalogue.ts'
import type { MissingReason } from '../../analysis/sources/missing.ts'
import type { Period } from '../../analysis/sources/period.ts'
import type { Territory } from '../../analysis/territory/place.ts'
import { readMostChanged } from '../store/observations.ts'

/** A figure that is known already and would be another one. */
export interface ChangedFigure {
  indicator: string
  breakdown: string
  unit: string
  region: string
  /** Of the Kommune or the Kreis; empty for larger regions. */
  name: string
  period: Period
  before: number | null
  beforeMissing: MissingReason | null
  after: number | null
  afterMissing: MissingReason | null
}

const figuresNamed = 10

/** The figures that a file changes most, the most extreme ratio first. */
export async function changedFigures(
  client: ClientBase,
  { indicators }: Catalogue,
  { gemeinden, kreise }: Territory,
): Promise<ChangedFigure[]> {
  const rows = await readMostChanged(client, figuresNamed)
  return rows.map(({ starts, months, ...figure }) => ({
    ...figure,
    period: { start: starts, months },
    unit: indicators.get(figure.indicator)?.unit ?? '',
    name: (gemeinden.get(figure.region) ?? kreise.get(figure.region))?.name ?? '',
  }))
}
