import type {
  BoundCheck,
  ChangeCheck,
  Check,
  ChosenCheck,
  Condition,
  ExclusiveCheck,
  FlagCheck,
  ImpliesCheck,
  OtherCheck,
  RelationCheck,
} from '../checks/check.ts'
import { sidesOf } from '../checks/condition.ts'
import { variablesOf } from '../checks/terms.ts'
import { lastColumn } from './around.ts'
import { closerBounds } from './closer.ts'
import { isMore, satisfied, toleranceOf, violated } from './compared.ts'
import { beside, truthOf } from './condition.ts'
import { type Fields, filled, given, notAsked, together } from './field.ts'
import { allOf, anyOf, call, column, not, quoted } from './r-text.ts'
import { leftRange, rightRange } from './range.ts'

/** Where answers do not fit, and where they do; elsewhere nobody can tell. Without `fits` one of the two always is. */
export interface Expression {
  violated: string
  fits?: string
}

/** Why a check cannot be written in terms of an export alone. */
export interface Beyond {
  because: string
}

type Written = {
  [Kind in Check['kind']]: (check: Extract<Check, { kind: Kind }>, fields: Fields) => Expression | Beyond
}

const asksRegister = () => ({ because: 'braucht das Verzeichnis der Kommunen, Verbünde und Nummern' })

/** Every kind of check in R. One that is missing does not compile. */
export const expressions: Written = {
  sum: relation,
  compare: relation,
  within: relation,
  change,
  implies,
  flag,
  other,
  chosen,
  exclusive,
  bound,
  unit: asksRegister,
  name: asksRegister,
  gemeinden: asksRegister,
  area: asksRegister,
  format: () => ({ because: 'liest einen Text, wie Menschen ihn schreiben' }),
}

function relation(check: RelationCheck, fields: Fields): Expression {
  const left = leftRange(check, fields)
  const right = rightRange(check.right, fields)
  const tolerance = toleranceOf(check, right)
  const ofRight = check.relation === 'atLeast' || !('variables' in check.right) ? [] : check.right.variables
  const ofLeft = check.relation === 'atMost' ? [] : check.left
  const closer = [
    ...closerBounds(ofRight, fields).map(({ high, where }) => within(where, isMore(left.low, high, tolerance))),
    ...closerBounds(ofLeft, fields).map(({ high, where }) => within(where, isMore(right.low, high, tolerance))),
  ]
  const sides = [check.left, variablesOf(check.right)]
  const asked = sides.flatMap((names) => notAsked(names, fields)).map(not)
  return {
    violated: allOf(...asked, anyOf(violated(left, check.relation, right, tolerance), ...closer)),
    fits: allOf(...asked, satisfied(left, check.relation, right, tolerance)),
  }
}

const within = (where: string | undefined, condition: string) =>
  where === undefined ? condition : allOf(where, condition)

function implies({ if: conditions, then }: ImpliesCheck, fields: Fields): Expression {
  const truths = conditions.map((condition) => truthOf(condition, fields))
  const follows = truthOf(then, fields)
  const idle = conditions.flatMap(beside)
  const unasked = conditions.flatMap((condition) => unaskedIn(condition, fields))
  const isAsked = unaskedIn(then, fields).map(not)
  return {
    violated: allOf(...truths.map(({ yes }) => yes), follows.no, ...unasked.map(not), ...isAsked),
    fits: anyOf(...truths.map(({ no }) => no), ...unasked, allOf(...idle, follows.yes, ...isAsked)),
  }
}

/** Where a condition looks at what was not asked. */
const unaskedIn = (condition: Condition, fields: Fields): string[] =>
  sidesOf(condition).flatMap((names) => notAsked(names, fields))

function change({ variable, expected, weight, tolerance }: ChangeCheck): Expression {
  const [now, then] = [column(variable), column(lastColumn(variable))]
  const ratio = `${call('pmax', now, '1')} / ${call('pmax', then, '1')} / ${expected}`
  const distance = `(${call('pmax', ratio, `1 / (${ratio})`)} - 1) * ${call('pmax', now, then)}^${weight}`
  return { violated: `${distance} > ${tolerance}`, fits: `${distance} <= ${tolerance}` }
}

function flag({ flag, values }: FlagCheck, fields: Fields): Expression {
  return { violated: allOf(`${column(flag)} == 1`, anyOf(...values.map((name) => filled(name, fields)))) }
}

function other({ option, code, zeroIsNone, text }: OtherCheck, fields: Fields): Expression {
  const some =
    code === undefined ? filled(option, fields) : allOf(given(option), `${column(option)} == ${quoted(code)}`)
  const chosen = zeroIsNone ? allOf(some, not(`${column(option)} == 0`)) : some
  return { violated: anyOf(allOf(chosen, not(given(text))), allOf(not(chosen), given(text))) }
}

function chosen({ options, relation, count }: ChosenCheck): Expression {
  const ticked = call('rowSums', together(options), 'na.rm = TRUE')
  return { violated: relation === 'atMost' ? `${ticked} > ${count}` : `${ticked} > 0 & ${ticked} < ${count}` }
}

function exclusive({ option, others }: ExclusiveCheck, fields: Fields): Expression {
  return { violated: allOf(filled(option, fields), anyOf(...others.map((name) => filled(name, fields)))) }
}

function bound({ variable, relation, bound }: BoundCheck): Expression {
  const beyond = `${column(variable)} ${relation === 'atMost' ? '>' : '<'} ${quoted(bound)}`
  return { violated: allOf(given(variable), beyond) }
}
