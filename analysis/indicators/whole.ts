import type { WholeRule } from '../../schemas/indicators.ts'
import type { MissingReason } from '../sources/missing.ts'
import type { Period } from '../sources/period.ts'
import { partsOf } from './breakdown.ts'

/** A figure of a part of an indicator, as it is kept. */
export interface PartFigure {
  breakdown: string
  region: string
  period: Period
  value: number | null
  missing: MissingReason | null
  uncertain: boolean
  batches: readonly number[]
}

/** Why there is no whole: a part is missing, or has no number. */
export type WholeReason = 'teil_fehlt'

/** What was made of the parts of a unit and time. */
export interface MadeWhole extends Omit<PartFigure, 'breakdown' | 'missing'> {
  missing: WholeReason | null
}

/**
 * The whole of an indicator from figures of its parts, for each unit and time:
 *
 *   x = Σ over the parts that the rule lists, in every combination of their variables
 *
 * All listed parts have to be there, each with a number: a sum over some of them would be too small without showing it. Of a
 * variable with `every` there is no list to hold it against (citizenships, of which a portal leaves out those without persons);
 * all that there are count. Where figures are divided in several ways, the way with the fewest variables is taken, since each
 * division adds rounding.
 */
export function wholesOf(rule: WholeRule, figures: readonly PartFigure[]): MadeWhole[] {
  const parts = figures.flatMap((figure) => readPart(rule, figure) ?? [])
  const units = groupsOf(parts, ({ figure: { region, period } }) => `${region} ${period.start} ${period.months}`)
  return [...units.values()].flatMap((unit) => {
    const ways = [...groupsOf(unit, ({ way }) => way.join(' ')).values()].sort(byVariables).map(sumOf)
    return ways.find(({ missing }) => missing === null) ?? ways[0] ?? []
  })
}

/** Whether a rule can make the whole of figures that are divided like this one. */
export const isDividedBy = (rule: WholeRule, breakdown: string): boolean => {
  const parts = partsOf(breakdown)
  return (
    parts.every(({ variable }) => rule[variable] !== undefined) &&
    parts.some(({ variable }) => Array.isArray(rule[variable]))
  )
}

interface Part {
  figure: PartFigure
  /** By what it is divided. */
  way: readonly string[]
  /** Its attributes of the variables that have a list, and how many combinations of such there are. */
  listed: string
  combinations: number
  counts: boolean
}

function readPart(rule: WholeRule, figure: PartFigure): Part | undefined {
  if (!isDividedBy(rule, figure.breakdown)) return undefined
  const parts = partsOf(figure.breakdown)
  const listed = parts.flatMap(({ variable, attribute }) => {
    const list = rule[variable]
    return Array.isArray(list) ? [{ attribute, list }] : []
  })
  return {
    figure,
    way: parts.map(({ variable }) => variable),
    listed: listed.map(({ attribute }) => attribute).join('\u0001'),
    combinations: listed.reduce((product, { list }) => product * list.length, 1),
    counts: listed.every(({ attribute, list }) => list.includes(attribute)),
  }
}

const byVariables = ([a]: readonly Part[], [b]: readonly Part[]) => (a?.way.length ?? 0) - (b?.way.length ?? 0)

/** The sum over the parts of one unit and time that are divided in one way. */
function sumOf(parts: readonly Part[]): MadeWhole {
  const used = parts.filter(({ counts }) => counts)
  const figures = used.map(({ figure }) => figure)
  const { region = '', period = { start: '', months: 0 } } = parts[0]?.figure ?? {}
  const isAll = new Set(used.map(({ listed }) => listed)).size === parts[0]?.combinations
  const isWhole = isAll && figures.every(({ value }) => value !== null)
  return {
    region,
    period,
    value: isWhole ? figures.reduce((sum, { value }) => sum + (value ?? 0), 0) : null,
    missing: isWhole ? null : 'teil_fehlt',
    uncertain: figures.some(({ uncertain }) => uncertain),
    batches: [...new Set(figures.flatMap(({ batches }) => batches))],
  }
}

function groupsOf<T>(all: readonly T[], idOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const id = idOf(one)
    const known = groups.get(id)
    if (known === undefined) groups.set(id, [one])
    else known.push(one)
  }
  return groups
}
