import { filledOf, isClosed, isFilled, textOf } from '../answer/cells.ts'
import { lastValue } from '../answer/last-answers.ts'
import { compareRanges, rangeOf, sumOf } from '../answer/relation.ts'
import type { Condition, Options } from './check.ts'
import type { Answers } from './kind.ts'
import { rangeOfRight, variablesOf } from './terms.ts'

/** Whether a condition is met. `open`: nobody can tell yet. `idle`: there is nothing to hold the answers against. */
export type Truth = 'yes' | 'no' | 'open' | 'idle'

type OfKind<Of extends Condition['of']> = Extract<Condition, { of: Of }>

export function truthOf(condition: Condition, asked: Answers): Truth {
  switch (condition.of) {
    case 'chosen':
      return chosenTruth(condition, asked)
    case 'lastChosen':
      return lastChosenTruth(condition, asked)
    case 'numbers':
      return numbersTruth(condition, asked)
    case 'answered':
      return truth(condition.fields.some((name) => isFilled(asked.cells, name)))
    default:
      return truth(condition.fields.every((name) => asked.cells.get(name)?.state === 'blank'))
  }
}

/** A question without an answer says nothing, also not that an option does not apply. */
function chosenTruth(condition: OfKind<'chosen'>, { cells }: Answers): Truth {
  const { fields, codes } = condition
  if (filledOf(fields, cells).length === 0) return 'open'
  const isChosen = (name: string) => (codes === undefined ? isFilled(cells, name) : codes.includes(textOf(cells, name)))
  return optionsTruth(condition, isChosen)
}

/** Where nothing is known of the last answer, or there is none, there is nothing to go by. */
function lastChosenTruth(condition: OfKind<'lastChosen'>, { around }: Answers): Truth {
  const { options, codes } = condition
  const then = (name: string) => lastValue(name, around?.last)
  if (options.every((name) => then(name) === undefined)) return 'idle'
  const isChosen = (name: string) =>
    codes === undefined ? then(name) === true : codes.some((one) => one === then(name))
  return optionsTruth(condition, isChosen)
}

function optionsTruth({ how, wanted }: Options, isChosen: (name: string) => boolean): Truth {
  if (how === 'all') return truth(wanted.every(isChosen))
  return truth(wanted.some(isChosen) === (how === 'any'))
}

function numbersTruth({ left, relation, not, right: against }: OfKind<'numbers'>, asked: Answers): Truth {
  const right = rangeOfRight(against, asked)
  if (right === undefined) return 'idle'
  const outcome = compareRanges(rangeOf(sumOf(asked.cells, left)), relation, right)
  return outcome === 'open' ? outcome : truth((outcome === 'satisfied') !== not)
}

const truth = (is: boolean): Truth => (is ? 'yes' : 'no')

/** The fields that a condition looks at. */
export const fieldsOf = (condition: Condition): string[] => sidesOf(condition).flat()

/** Whether it looks at the last wave or the register, beside the answers. */
export const asksBeyond = (condition: Condition): boolean =>
  condition.of === 'lastChosen' ||
  (condition.of === 'numbers' &&
    ('register' in condition.right ||
      ('terms' in condition.right && condition.right.terms.some((term) => 'last' in term || 'register' in term))))

/** The groups of fields that a condition looks at, each of which it needs something of. */
export function sidesOf(condition: Condition): string[][] {
  if (condition.of === 'lastChosen') return []
  return condition.of === 'numbers' ? [condition.left, variablesOf(condition.right)] : [condition.fields]
}

/** It looks at what was not asked: it is not met, and nobody can be told to meet it. */
export const isUnasked = (condition: Condition, { cells }: Answers): boolean =>
  sidesOf(condition).some((names) => names.length > 0 && names.every((name) => isClosed(cells, name)))
