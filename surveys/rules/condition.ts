import type { Condition } from '../checks/check.ts'
import { lastColumn, registerColumn } from './around.ts'
import { satisfied, violated } from './compared.ts'
import { blank, type Fields, filled, given, together } from './field.ts'
import { allOf, anyOf, call, column, not, quoted } from './r-text.ts'
import { rangeOf, rightRange } from './range.ts'

/** Where a condition is met and where it is not, as expressions in R; neither where nobody can tell. */
export interface Truth {
  yes: string
  no: string
}

type OfKind<Of extends Condition['of']> = Extract<Condition, { of: Of }>

export function truthOf(condition: Condition, fields: Fields): Truth {
  switch (condition.of) {
    case 'chosen':
      return chosenTruth(condition, fields)
    case 'lastChosen':
      return lastChosenTruth(condition)
    case 'numbers':
      return numbersTruth(condition, fields)
    case 'answered':
      return either(anyOf(...condition.fields.map((name) => filled(name, fields))))
    default:
      return either(allOf(...condition.fields.map((name) => blank(name, fields))))
  }
}

const either = (yes: string): Truth => ({ yes, no: not(yes) })

/** A question without an answer says nothing, also not that an option does not apply. */
function chosenTruth({ how, fields: options, wanted, codes }: OfKind<'chosen'>, fields: Fields): Truth {
  const [first = ''] = options
  const answered = codes === undefined ? anyOf(...options.map((name) => filled(name, fields))) : given(first)
  const one = (name: string) =>
    codes === undefined ? filled(name, fields) : anyOf(...codes.map((code) => `${column(name)} == ${quoted(code)}`))
  return optionsTruth(how, answered, how === 'all' ? allOf(...wanted.map(one)) : ticked(wanted, codes, one))
}

/** Of a list, what was not ticked in the last wave is missing like all the rest. */
function lastChosenTruth(condition: OfKind<'lastChosen'>): Truth {
  const { how, wanted, codes } = condition
  const one = (name: string) => {
    const then = lastColumn(name)
    return codes === undefined ? given(then) : anyOf(...codes.map((code) => `${then} == ${quoted(code)}`))
  }
  return optionsTruth(how, lastAnswered(condition), (how === 'all' ? allOf : anyOf)(...wanted.map(one)))
}

const lastAnswered = ({ options }: OfKind<'lastChosen'>): string =>
  anyOf(...options.map((name) => given(lastColumn(name))))

function optionsTruth(how: OfKind<'chosen'>['how'], answered: string, some: string): Truth {
  const [yes, no] = [allOf(answered, some), allOf(answered, not(some))]
  return how === 'none' ? { yes: no, no: yes } : { yes, no }
}

const ticked = (wanted: readonly string[], codes: readonly string[] | undefined, one: (name: string) => string) =>
  codes === undefined && wanted.length > 1
    ? `${call('rowSums', together(wanted), 'na.rm = TRUE')} > 0`
    : anyOf(...wanted.map(one))

function numbersTruth({ left, relation, not: turned, right: against }: OfKind<'numbers'>, fields: Fields): Truth {
  const [sum, right] = [rangeOf(left, fields), rightRange(against, fields)]
  const [holds, fails] = [satisfied(sum, relation, right), violated(sum, relation, right)]
  return turned ? { yes: fails, no: holds } : { yes: holds, no: fails }
}

/** What has to be known beside the answers, or the condition says nothing. */
export function beside(condition: Condition): string[] {
  if (condition.of === 'lastChosen') return [lastAnswered(condition)]
  if (condition.of !== 'numbers') return []
  const { right } = condition
  if ('register' in right) return [given(registerColumn(right.register))]
  return 'terms' in right
    ? right.terms.flatMap((term) =>
        'last' in term
          ? [given(lastColumn(term.last))]
          : 'register' in term
            ? [given(registerColumn(term.register))]
            : [],
      )
    : []
}
