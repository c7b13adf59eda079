import type { Grouping } from '../../analysis/groups/grouping.ts'
import type { WaveValues } from '../../analysis/panel/column.ts'
import type { WaveParticipation } from '../../analysis/participation/participation.ts'
import type { Covariate } from '../../analysis/participation/participation-model.ts'
import { random } from '../../analysis/stats/random.ts'

/** Kommunen of which everything is known: who answers, why, and what became of those who did not. */
export interface PlantedWorld {
  indices: number[]
  size: Grouping
  load: Grouping
  covariates: Covariate[]
  first: WaveParticipation
  second: WaveParticipation
  before: WaveValues
  after: WaveValues
  /** Mean change over all Kommunen. */
  truth: number
  /** By how much the mean change of those who answer both waves is off, on average. */
  bias: number
  /** The coefficients by which answering the second wave was drawn. */
  drawn: { constant: number; large: number; load: number }
}

const drawn = { constant: -0.9, large: 1, load: 0.5 }

/**
 * Everybody answers the first wave. Large Kommunen, and those with a heavy load, answer the second one more often; and the figure
 * falls less, the heavier the load, and less in large ones. So those who answer paint too bright a picture.
 */
export function plantedWorld(seed: number, count: number): PlantedWorld {
  const next = random(seed)
  const noise = () => next() + next() + next() - 1.5
  const indices = Array.from({ length: count }, (_, index) => index)
  const large = indices.map(() => (next() < 0.3 ? 1 : 0))
  const load = indices.map(() => Math.floor(4 * next()))
  const probability = indices.map((index) => 1 / (1 + Math.exp(-score(large[index] as number, load[index] as number))))
  const change = indices.map((index) => -6 + 2 * (load[index] as number) + 1.5 * (large[index] as number) + 2 * noise())
  const start = indices.map(() => 50 + 10 * noise())
  const answered = Uint8Array.from(probability, (one) => (next() < one ? 1 : 0))
  const all = new Uint8Array(count).fill(1)
  const wave = (name: string, yes: Uint8Array) => ({ wave: name, asked: all, answered: yes })
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  const truth = sum(change) / count
  const expected = sum(change.map((one, index) => one * (probability[index] as number))) / sum(probability)
  return {
    indices,
    size: classes('groesse', large, ['klein', 'groß']),
    load: classes('last', load, ['0', '1', '2', '3']),
    covariates: [
      { name: 'gross', label: 'große Kommune', values: Float64Array.from(large) },
      { name: 'last', label: 'Last', values: Float64Array.from(load) },
    ],
    first: wave('w1', all),
    second: wave('w2', answered),
    before: measured(start, all),
    after: measured(
      start.map((one, index) => one + (change[index] as number)),
      answered,
    ),
    truth,
    bias: expected - truth,
    drawn,
  }
}

const score = (large: number, load: number) => drawn.constant + drawn.large * large + drawn.load * load

const classes = (name: string, of: readonly number[], labels: readonly string[]): Grouping => ({
  name,
  label: name,
  groups: labels.map((label, code) => ({ code: String(code), label })),
  of: of.map(String),
})

const measured = (values: readonly number[], answered: Uint8Array): WaveValues => ({
  result: {
    values: Float64Array.from(values, (value, index) => (answered[index] === 1 ? value : Number.NaN)),
    reasons: Uint8Array.from(answered, (yes) => (yes === 1 ? 0 : 1)),
  },
})
