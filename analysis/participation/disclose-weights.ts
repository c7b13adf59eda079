import type { Behind } from '../disclosure/behind.ts'
import type { Division } from '../disclosure/known-units.ts'
import { groupsToHide, together } from '../disclosure/merge-groups.ts'
import { type Counted, tellsBy } from '../disclosure/what-follows.ts'
import type { Grouping } from '../groups/grouping.ts'
import { membersOf } from '../groups/members.ts'

/** Who should be spoken of, and who answered; of both, those whose classes are known are weighted. */
interface Weighted {
  population: readonly number[]
  known: { population: readonly number[]; sample: readonly number[] }
  behind: Behind
  /** What is shown of the same units beside the weights. */
  beside: readonly Division[]
}

export interface ToldClasses {
  /** By grouping: the codes of the classes whose answers cannot be told. */
  hidden: ReadonlySet<string>[]
  /** Whether it can be told how many were weighted. */
  isSampleTold: boolean
  /** What is shown, and together what is not. */
  shown: Division[]
}

/**
 * Of which classes it can be told how many of them answered: whoever knows how many a class has and how many of them answered
 * knows how many did not. What is hidden follows for all hidden classes together, so these are more than a few too.
 */
export function tellClasses(groupings: readonly Grouping[], sample: readonly number[], of: Weighted): ToldClasses {
  const { population, known, behind } = of
  const answered = new Set(sample)
  // Who was not asked did not answer, as everybody knows: of the rest the same is told as of all.
  const isMeant = new Set(population)
  const beside = of.beside.map((division) =>
    division.map((own) => own.filter((index) => isMeant.has(index))).filter((own) => own.length > 0),
  )
  const counted: Counted = { kinds: [(index) => answered.has(index), (index) => !answered.has(index)], behind }
  const tellsOf = tellsBy(counted)
  const didTheSame = ([first = 0, ...others]: readonly number[]) =>
    others.every((index) => answered.has(index) === answered.has(first))
  const own = new Set(known.population)
  const without = population.filter((index) => !own.has(index))
  const shown: Division[] = []
  let isSampleTold = !tellsOf(known.population)
  const hidden = groupings.map((grouping) => {
    const classes = membersOf(grouping, known.population)
    const division = [...classes.map(({ indices }) => indices), ...(without.length === 0 ? [] : [without])]
    const places = groupsToHide(division, tellsOf, { divisions: [...beside, ...shown], counted, didTheSame })
    if (places.has(classes.length)) isSampleTold = false
    const rest = together(division, places)
    shown.push([...division.filter((_own, place) => !places.has(place)), ...(rest.length === 0 ? [] : [rest])])
    return new Set(classes.flatMap(({ code }, place) => (places.has(place) ? [code] : [])))
  })
  return { hidden, isSampleTold, shown }
}
