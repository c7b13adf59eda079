import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import { askedIn } from './drawn-groups.ts'
import type { CompareOptions } from './options.ts'
import type { ToldPopulation } from './results.ts'

interface Meant {
  surveys: readonly { wave: string; instrument: { unit: keyof typeof unitKinds } }[]
  panel: { units: readonly string[] }
  indices?: readonly number[]
  options?: CompareOptions
}

/** What all figures of a comparison speak of, with how many that are. */
export function toldPopulation({ surveys, panel, indices = [...panel.units.keys()], options }: Meant): ToldPopulation {
  const population = options?.population
  const { many } = unitKinds[surveys[0]?.instrument.unit ?? 'gemeinde']
  if (population?.kind === 'asked') {
    const { frame } = population
    const units = frame.filter((index) => surveys.every(({ wave }) => askedIn(population, wave, wave)(index))).length
    return { kind: 'asked', name: 'befragte', many, units, isFilteredByAnswers: frame.length !== indices.length }
  }
  const clusters = population?.clusters
  if (clusters === undefined) return { kind: 'process', name: 'prozess', many }
  const units = new Set(indices.map((index) => clusters.of[index])).size
  return { kind: 'process', name: `prozess-${clusters.name}`, many, clusters: { many: clusters.many, units } }
}
