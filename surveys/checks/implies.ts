import type { ImpliesCheck as ImpliesDefinition } from '../../schemas/questionnaire.ts'
import { filledOf, textOf } from '../answer/cells.ts'
import { rangeOf, sumOf } from '../answer/relation.ts'
import { formatNumber } from '../reading/number.ts'
import type { Condition, ImpliesCheck } from './check.ts'
import { compileCondition } from './compile-condition.ts'
import { fieldsOf, isUnasked, truthOf } from './condition.ts'
import type { Asked, WrittenKind } from './kind.ts'
import { questionsOf } from './references.ts'
import { differenceWords, fillSentence, type Gaps } from './sentence.ts'
import { rangeOfRight } from './terms.ts'

/**
 * If all of some conditions are met, another one is. It is shown with the question that was asked last: there people come to
 * when they contradict what they have said before.
 */
export const implies: WrittenKind<ImpliesDefinition, ImpliesCheck> = {
  compile(definition, path, known) {
    const { id, kind, severity, message } = definition
    const conditions = definition.if.map((one, index) => compileCondition(one, `${path}/if/${index}`, known))
    const then = compileCondition(definition.then, `${path}/then`, known)
    const order = known.variables.map(({ name }) => name)
    const all = [...conditions, then].toSorted((a, b) => placeOf(b, order) - placeOf(a, order)).flatMap(fieldsOf)
    const fields = [...new Set(all)]
    return [{ id, kind, severity, questions: questionsOf(fields, known), message, if: conditions, then, fields }]
  },
  judge(check, asked) {
    const truths = check.if.map((condition) => (isUnasked(condition, asked) ? 'no' : truthOf(condition, asked)))
    if (truths.includes('no')) return 'holds'
    if (isUnasked(check.then, asked)) return 'idle'
    const then = truthOf(check.then, asked)
    if (truths.includes('idle') || then === 'idle') return 'idle'
    if (then === 'yes') return 'holds'
    if (then === 'open' || truths.includes('open')) return 'undecidable'
    return { fields: check.fields, message: fillSentence(check.message, gapsOf(check, asked)) }
  },
  fields: ({ fields }) => fields,
  inCodebook: true,
}

const placeOf = (condition: Condition, order: readonly string[]) =>
  Math.max(...fieldsOf(condition).map((name) => order.indexOf(name)))

/**
 * The numbers of the comparison, on the side of what follows if there is one, and the options on the other side; where something must
 * not be chosen, those that are.
 */
function gapsOf({ if: conditions, then }: ImpliesCheck, asked: Asked): Partial<Gaps> {
  const isForbidden = then.of === 'chosen' && then.how === 'none'
  const options = isForbidden ? [] : conditions.flatMap((condition) => optionsOf(condition, asked))
  const posten = (options.length > 0 ? options : optionsOf(then, asked)).join(', ')
  const compared = [then, ...conditions].find((one) => one.of === 'numbers')
  if (compared === undefined) return { posten }
  const left = rangeOf(sumOf(asked.cells, compared.left)).low
  const right = rangeOfRight(compared.right, asked)?.low ?? 0
  const [links, rechts] = [formatNumber(left), formatNumber(right)]
  return { links, rechts, abweichung: differenceWords(false, left - right), posten }
}

/** `„Sprechstunde“`: of the options that count those that are chosen, or all of them if none is. */
function optionsOf(condition: Condition, { cells, instrument }: Asked): string[] {
  if (condition.of !== 'chosen') return []
  const { wanted, codes } = condition
  const chosen = filledOf(wanted, cells)
  return (chosen.length > 0 ? chosen : wanted).map((name) => {
    const variable = instrument.variable.get(name)
    const option = variable?.options?.find(({ code }) => code === textOf(cells, name))
    return `„${codes === undefined ? variable?.label : option?.label}“`
  })
}
