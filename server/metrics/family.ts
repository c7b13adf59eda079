/** Some figures of one kind, as Prometheus reads them. */
export interface Family {
  name: string
  type: 'counter' | 'gauge' | 'histogram'
  help: string
  samples: readonly Sample[]
}

export type Labels = Readonly<Record<string, string>>

export interface Sample {
  labels?: Labels
  value: number
  /** Of a histogram: which of its parts. */
  part?: '_bucket' | '_sum' | '_count'
}

/** One figure; none where it is not known. */
export const gauge = (name: string, help: string, value: number | null): Family => ({
  name,
  type: 'gauge',
  help,
  samples: value === null ? [] : [{ value }],
})

/** A figure for each of some states. */
export const gaugeBy = (
  name: string,
  label: string,
  help: string,
  values: Readonly<Record<string, number>>,
): Family => ({
  name,
  type: 'gauge',
  help,
  samples: Object.entries(values).map(([state, value]) => ({ labels: { [label]: state }, value })),
})
