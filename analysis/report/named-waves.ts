import type { Course } from '../compare/course.ts'
import type { Step, WavesCompared } from '../compare/results.ts'
import type { Attrition } from '../participation/attrition.ts'
import type { Patterns } from '../participation/patterns.ts'
import type { WeightsOfSets } from './patterns.ts'
import type { Provenance } from './provenance.ts'

/** What waves are called where people read of them, by their ids. */
export type WaveNames = ReadonlyMap<string, string>

const nameOf = (wave: string, names: WaveNames) => names.get(wave) ?? wave

/** `in der 1. Welle, 15.12.2018`. */
export const inWave = (name: string): string => (/^\d+\. Welle/.test(name) ? `in der ${name}` : `in ${name}`)

/** A sentence that says the id of a wave, with its name instead. */
export function namedIn(text: string, names: WaveNames): string {
  if (names.size === 0) return text
  const ids = [...names.keys()].toSorted((a, b) => b.length - a.length).map((id) => id.replace(/\W/g, '\\$&'))
  const said = new RegExp(`(\\b[Ii]n )?(?<![\\w-])(${ids.join('|')})(?![\\w-])`, 'g')
  return text.replace(said, (_all, before: string | undefined, id: string) => {
    const name = nameOf(id, names)
    return before === undefined ? name : before.slice(0, 1) + inWave(name).slice(1)
  })
}

export const namedStep = (step: Step, names: WaveNames): Step => ({
  ...step,
  from: nameOf(step.from, names),
  to: nameOf(step.to, names),
  comparability: { ...step.comparability, why: namedIn(step.comparability.why, names) },
})

export const namedCourse = ({ points, weighted, ...course }: Course, names: WaveNames): Course => ({
  ...course,
  points: points.map(({ since, ...point }) => ({
    ...point,
    wave: nameOf(point.wave, names),
    ...(since && {
      since: {
        ...since,
        wave: nameOf(since.wave, names),
        comparability: { ...since.comparability, why: namedIn(since.comparability.why, names) },
      },
    }),
  })),
  ...(weighted && {
    weighted: weighted.map((one) => ({ ...one, waves: one.waves.map((wave) => nameOf(wave, names)) })),
  }),
})

/** Groups may be made from the answers of a wave. */
export const namedGrouping = ({ grouping, ...compared }: WavesCompared, names: WaveNames): WavesCompared => ({
  ...compared,
  ...(grouping && {
    grouping: { ...grouping, ...(grouping.note !== undefined && { note: namedIn(grouping.note, names) }) },
  }),
})

export const namedAttrition = (attrition: Attrition, names: WaveNames): Attrition => ({
  ...attrition,
  waves: [nameOf(attrition.waves[0], names), nameOf(attrition.waves[1], names)],
  outcomes: attrition.outcomes.map((outcome) => ({
    ...outcome,
    label: namedIn(outcome.label, names),
    base: namedIn(outcome.base, names),
  })),
})

export const namedPatterns = (patterns: Patterns, names: WaveNames): Patterns => ({
  ...patterns,
  waves: patterns.waves.map((wave) => nameOf(wave, names)),
  stayed: patterns.stayed.map((one) => ({ ...one, from: nameOf(one.from, names), to: nameOf(one.to, names) })),
})

/** Of weights, the waves that they are for. */
export const namedSets = (weights: readonly WeightsOfSets[], names: WaveNames): WeightsOfSets[] =>
  weights.map((one) => ({
    ...one,
    sets: one.sets.map((set) => ({ ...set, waves: set.waves.map((wave) => nameOf(wave, names)) })),
  }))

export const namedProvenance = (origin: Provenance, names: WaveNames): Provenance => ({
  ...origin,
  grouping: namedIn(origin.grouping, names),
  waves: origin.waves.map((one) => ({ ...one, wave: nameOf(one.wave, names) })),
  variables: origin.variables.map(({ mappings, questions, ...variable }) => ({
    ...variable,
    questions: questions.map((text) => namedIn(text, names)),
    ...(mappings && { mappings: mappings.map((text) => namedIn(text, names)) }),
  })),
})
