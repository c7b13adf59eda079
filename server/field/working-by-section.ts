import { fewest } from '../../analysis/disclosure/fewest.ts'
import { type Quartiles, quartiles } from '../../analysis/response/quartiles.ts'
import { type Save, workingTimes } from '../../analysis/response/working-time.ts'

export interface WorkingTimes {
  /** In minutes, of the whole form. */
  whole: Quartiles | undefined
  /** By section, of those who saved something in it. */
  sections: ReadonlyMap<string, Quartiles>
}

/**
 * How long some worked at their forms, from the saves of each; one save alone tells nothing. Nothing is told of fewer than three: it
 * would be how long somebody works.
 */
export function workingBySection(histories: readonly (readonly Save[])[]): WorkingTimes {
  const all = histories.filter(({ length }) => length > 1).map(workingTimes)
  const sections = new Set(all.flatMap((times) => [...times.keys()]))
  const found = [...sections].flatMap((section): [string, Quartiles][] => {
    const of = told(all.flatMap((times) => inMinutes(times.get(section))))
    return of === undefined ? [] : [[section, of]]
  })
  const wholes = all.map((times) => [...times.values()].reduce((sum, one) => sum + one, 0))
  return { whole: told(wholes.flatMap(inMinutes)), sections: new Map(found) }
}

const told = (minutes: readonly number[]) => (minutes.length < fewest ? undefined : quartiles(minutes))

const inMinutes = (seconds: number | undefined): number[] => (seconds === undefined ? [] : [seconds / 60])
