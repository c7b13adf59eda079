import { CountTable, type Place } from '../disclosure/count-table.ts'
import { type Telling, tellingOf, tellingOfGroups } from '../disclosure/enough.ts'
import { hidden } from '../disclosure/hidden.ts'
import { groupsToHide } from '../disclosure/merge-groups.ts'
import type { AnswerMapping } from '../panel/common-answers.ts'
import type { PanelReason } from '../panel/reasons.ts'
import type { PanelWeights } from '../participation/panel-weights.ts'
import { type Above, tellAbove } from './above-inhabitants.ts'
import type { Backing } from './backing.ts'
import type { CategoryComparison } from './compare-categories.ts'
import type { Comparison } from './compare-numbers.ts'
import type { Course } from './course.ts'
import { type CategoryPlaces, placeCategories, tellCategories } from './disclose-categories.ts'
import { type CourseParts, placeCourse, tellCourse } from './disclose-course.ts'
import { tellInfluence, tellWeightedInfluence } from './disclose-influence.ts'
import { type MissingPlaces, placeMissing, reasonsIn, tellMissing } from './disclose-missing.ts'
import { placeMoved, type TellingOf, tellNumbers } from './disclose-numbers.ts'
import { weightedTold, withoutWeighted } from './disclose-weighted.ts'
import type { DoubtedAnswer } from './doubted.ts'
import type { Influence } from './influence.ts'
import type { Compared, GroupSize, Shown, ToldInfluence } from './results.ts'
import type { WeightedInfluence } from './weighted-influence.ts'

/** All that was computed of some units. */
export interface Computed {
  size: GroupSize
  /** The places of the units. */
  indices: readonly number[]
  result: Comparison | CategoryComparison
}

/** A variable between two waves: all, and the groups that they are divided into. */
export interface Divided {
  variable: { name: string }
  from: string
  to: string
  /** Of a choice whose answers are not the same in both. */
  mapping?: AnswerMapping | undefined
  backing: Backing
  weights?: PanelWeights | undefined
  /** Who was asked in each wave, where it is told how many of all that were. */
  asked?: Asked | undefined
  /** Whose answers may be looked at by whoever reads this. */
  reads(index: number): boolean
  total: Computed
  /** Of the total, how far it hangs on single units. */
  influence?: Influence | undefined
  weightedInfluence?: WeightedInfluence | undefined
  /** Answers that count more persons than there are inhabitants. */
  above?: readonly Above[]
  /** What speaks against single answers, of those only that may be looked at. */
  doubted?: readonly DoubtedAnswer[]
  groups: readonly Computed[]
  /** Of more than two waves: what is left out because of what is told of the others. */
  beside?: LeftOut
}

/** Nothing is told of the step, or not the levels of all who answered, of all or of groups. */
interface LeftOut {
  step: boolean
  levels: boolean
  groupLevels: boolean
}

/** A variable over more than two waves: its steps, by their places, and where it stands in each wave. */
export interface DividedCourse {
  steps: readonly number[]
  course: CourseParts
}

type Asked = Record<'before' | 'after', (index: number) => boolean>

export interface ToldDivided {
  total: Compared
  groups: Compared[]
}

export interface Disclosed {
  steps: ToldDivided[]
  courses: Course[]
}

/**
 * The figures of all and of groups as they may be told beside each other: the last step of a comparison. What several variables
 * or pairs of waves tell alike is decided once for all of them.
 */
export function disclose(all: readonly Divided[], courses: readonly DividedCourse[] = []): Disclosed {
  const table = new CountTable()
  const reasons = reasonsIn(all.flatMap(({ total: { result } }) => [result.missing.before, result.missing.after]))
  const totals = all.map((one) => {
    const { backing, asked, total } = one
    return isWithheld(one) ? undefined : placesOf(table, total, { backing, asked, reasons, isTotal: true })
  })
  tie(table, all, totals)
  const placed = courses.map(({ course, steps }) =>
    placeCourse(
      table,
      course,
      steps.flatMap((place) => {
        const one = all[place]
        return one === undefined ? [] : [{ ...pickStep(one), places: totals[place]?.categories }]
      }),
    ),
  )
  table.decide()
  const parts = all.map(({ backing, asked, groups }, place) => {
    const total = totals[place]
    if (total === undefined) return []
    const own = groups.map((one) => placesOf(table, one, { backing, asked, reasons, isTotal: false }))
    addUp(table, total, own)
    return own
  })
  return {
    steps: all.map((one, place) => tellDivided(table, one, totals[place], parts[place] ?? [])),
    courses: courses.map(({ course }, place) => tellCourse(table, course, placed[place])),
  }
}

const pickStep = ({ from, to, mapping }: Divided) => ({ from, to, mapping })

/** Whether nothing at all is told of a step. */
export const isWithheld = ({ backing, total, beside }: Pick<Divided, 'backing' | 'total' | 'beside'>): boolean =>
  beside?.step === true || backing.tells(total.indices)

function tellDivided(
  table: CountTable,
  one: Divided,
  places: Places | undefined,
  parts: readonly Places[],
): ToldDivided {
  const { backing, total, groups, influence, weightedInfluence, above = [], doubted = [], reads, beside } = one
  if (places === undefined) return { total: withoutFigures(total.size), groups: [] }
  const division = groups.map(({ indices }) => indices)
  const withoutLevels = beside?.groupLevels ? new Set(division.keys()) : groupsToHide(division, backing.differenceTells)
  const ofAll = tellingOfGroups(division, backing.behindAll)
  const ofPairs = tellingOfGroups(division, backing.behindPairs)
  const ofClusters = tellingOfGroups(division, backing.clustersOfPairs)
  const weighted = weightedTold(one)
  const telling = {
    all: tellingOf(...backing.behindAll(total.indices)),
    pairs: tellingOf(...backing.behindPairs(total.indices)),
    isErrorTold: tellingOf(...backing.clustersOfPairs(total.indices)).spread,
    isWeightedTold: weighted.all,
  }
  const isLevelLeftOut = beside?.levels === true || backing.differenceTells(total.indices)
  const result = tell(table, total, places, telling, isLevelLeftOut)
  const isMoved = result.kind === 'number' && influence !== undefined && telling.pairs.quartiles
  const sight = { backing, reads, isErrorTold: telling.isErrorTold }
  const moved = isMoved && { influence: tellBoth(influence, weighted.all ? weightedInfluence : undefined, sight) }
  const found = result.kind === 'number' && above.length > 0 && { above: tellAbove(above, { backing, reads }) }
  const doubts = result.kind === 'number' && doubted.length > 0 && { doubted }
  return {
    total: { size: total.size, result: { ...result, ...moved, ...found, ...doubts } },
    groups: groups.map((one, place) => {
      const own = {
        ...{ all: ofAll[place] as Telling, pairs: ofPairs[place] as Telling },
        isErrorTold: ofClusters[place]?.spread === true,
        isWeightedTold: weighted.groups[place] === true,
      }
      return { size: one.size, result: tell(table, one, parts[place] as Places, own, withoutLevels.has(place)) }
    }),
  }
}

function tellBoth(
  plain: Influence,
  weighted: WeightedInfluence | undefined,
  sight: Parameters<typeof tellInfluence>[1],
): ToldInfluence {
  const told = tellInfluence(plain, sight)
  return weighted === undefined ? told : { ...told, weighted: tellWeightedInfluence(weighted, sight, { plain, told }) }
}

const withoutFigures = (size: GroupSize): Compared => ({
  size: { units: size.units === 0 ? 0 : hidden, before: hidden, after: hidden, pairs: hidden },
})

interface Places {
  missing: { before: MissingPlaces; after: MissingPlaces }
  moved?: Place[]
  categories?: CategoryPlaces
}

function placesOf(
  table: CountTable,
  { size, indices, result }: Computed,
  {
    backing,
    asked,
    reasons,
    isTotal,
  }: { backing: Backing; asked: Asked | undefined; reasons: readonly PanelReason[]; isTotal: boolean },
): Places {
  const missingIn = (wave: 'before' | 'after') =>
    placeMissing(table, result.missing[wave], {
      all: size.units - size[wave],
      reasons,
      contributors: (reason) => backing.missing(indices, wave, reason),
    })
  const missing = { before: missingIn('before'), after: missingIn('after') }
  for (const wave of ['before', 'after'] as const) {
    const isAsked = isTotal ? asked?.[wave] : undefined
    const absent = missing[wave].get('keine_teilnahme')
    if (isAsked === undefined || absent === undefined || indices.every(isAsked)) continue
    const { count, contributors } = backing.silent(indices, wave, isAsked)
    table.sum([table.know(table.countOf(absent) - count), table.imply(count, { contributors })], absent)
  }
  if (result.kind === 'category')
    return { missing, categories: placeCategories(table, result, { backing, indices }, isTotal) }
  return { missing, moved: placeMoved(table, result.shares, backing.moved(indices)) }
}

/** Who did not take part in a wave is the same for all variables; all answers of a wave are the same beside any other wave. */
function tie(table: CountTable, all: readonly Divided[], totals: readonly (Places | undefined)[]): void {
  const known = new Map<string, Place>()
  const same = (name: string, place: Place) => {
    const first = known.get(name)
    if (first === undefined) known.set(name, place)
    else if (table.countOf(first) === table.countOf(place)) table.sum([place], first)
  }
  for (const [at, { variable, from, to }] of all.entries()) {
    const places = totals[at]
    if (places === undefined) continue
    const { missing, categories } = places
    for (const [wave, reasons, answers] of [
      [from, missing.before, categories?.lists.allBefore],
      [to, missing.after, categories?.lists.allAfter],
    ] as const) {
      for (const [reason, place] of reasons)
        same(reason === 'keine_teilnahme' ? `${wave} ${reason}` : `${wave} ${variable.name} ${reason}`, place)
      for (const [category, place] of (answers ?? []).entries()) same(`${wave} ${variable.name} ${category}`, place)
    }
  }
}

/** What groups have of a count makes up what all have of it. */
function addUp(table: CountTable, all: Places, parts: readonly Places[]): void {
  if (parts.length === 0) return
  const add = (places: readonly (Place | undefined)[], total: Place | undefined) => {
    if (total !== undefined)
      table.sum(
        places.filter((one) => one !== undefined),
        total,
      )
  }
  for (const wave of ['before', 'after'] as const)
    for (const [reason, total] of all.missing[wave])
      add(
        parts.map(({ missing }) => missing[wave].get(reason)),
        total,
      )
  for (const [place, total] of (all.moved ?? []).entries())
    add(
      parts.map(({ moved }) => moved?.[place]),
      total,
    )
  add(
    parts.map(({ categories }) => categories?.unchanged),
    all.categories?.unchanged,
  )
  for (const name of Object.keys(all.categories?.lists ?? {}) as (keyof CategoryPlaces['lists'])[])
    for (const [place, total] of (all.categories?.lists[name] ?? []).entries())
      add(
        parts.map(({ categories }) => categories?.lists[name]?.[place]),
        total,
      )
}

function tell(
  table: CountTable,
  { result }: Computed,
  { missing, moved = [], categories }: Places,
  { isWeightedTold, ...telling }: TellingOf & { isWeightedTold: boolean },
  withoutLevels: boolean,
): Shown {
  const reasons = { before: tellMissing(table, missing.before), after: tellMissing(table, missing.after) }
  const figures =
    result.kind === 'category'
      ? tellCategories(table, result, categories as CategoryPlaces, {
          missing: reasons,
          isErrorTold: telling.isErrorTold,
        })
      : tellNumbers(table, result, moved, reasons, telling)
  const shown = isWeightedTold ? figures : withoutWeighted(figures)
  if (!withoutLevels) return shown
  const { before, after, ...pairsOnly } = shown
  return pairsOnly as Shown
}
