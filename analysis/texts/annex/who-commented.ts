import { CountTable } from '../../disclosure/count-table.ts'
import { hidden, isTold, type Told } from '../../disclosure/hidden.ts'

/** Of those who answered, how many wrote something. */
export interface CommentShare {
  title: string
  answered: Told<number>
  commented: Told<number>
  /** Percent. */
  share: Told<number>
}

export interface WhoCommented {
  all: CommentShare
  /** By what is known of them, in the order of `classes`. */
  groups: CommentShare[]
}

interface Asked {
  answered: readonly string[]
  commented: ReadonlySet<string>
  /** Classes of the register, or answers. */
  classes: readonly string[]
  classOf: (unit: string) => string | undefined
  behind?: (unit: string) => string
}

/** What whoever is in none of the classes is shown as. */
export const withoutClass = 'ohne Angabe'

/** The share of those who commented, of all and by class. Neither few who did nor few who did not can be made out. */
export function whoCommented({ answered, commented, classes, classOf, behind = (unit) => unit }: Asked): WhoCommented {
  const table = new CountTable()
  const add = (units: readonly string[], way: 'add' | 'imply' = 'add') =>
    table[way](units.length, { contributors: new Set(units.map(behind)).size })
  const line = (title: string, units: readonly string[]) => {
    const all = add(units)
    const did = add(units.filter((unit) => commented.has(unit)))
    const didNot = add(
      units.filter((unit) => !commented.has(unit)),
      'imply',
    )
    table.sum([did, didNot], all)
    return { title, all, did, didNot }
  }
  const whole = line('alle', answered)
  table.decide()
  const named = new Set(classes)
  const nameOf = (unit: string) => {
    const name = classOf(unit)
    return name !== undefined && named.has(name) ? name : withoutClass
  }
  const lines = [...classes, withoutClass]
    .map((title) => ({ title, units: answered.filter((unit) => nameOf(unit) === title) }))
    .filter(({ units }) => units.length > 0)
    .map(({ title, units }) => line(title, units))
  for (const of of ['all', 'did', 'didNot'] as const)
    table.sum(
      lines.map((one) => one[of]),
      whole[of],
    )
  table.decide()
  const tell = ({ title, all, did }: typeof whole): CommentShare => {
    const [answeredBy, commentedBy] = [table.tell(all), table.tell(did)]
    const share =
      isTold(answeredBy) && isTold(commentedBy) && answeredBy > 0 ? (100 * commentedBy) / answeredBy : hidden
    return { title, answered: answeredBy, commented: commentedBy, share }
  }
  return { all: tell(whole), groups: lines.map(tell) }
}
