import type { ChangeCheck as ChangeDefinition } from '../../schemas/questionnaire.ts'
import { numberOf } from '../answer/cells.ts'
import { isPlausibleChange } from '../answer/plausible-change.ts'
import { formatNumber } from '../reading/number.ts'
import type { ChangeCheck } from './check.ts'
import type { WrittenKind } from './kind.ts'
import { resolveAll } from './references.ts'
import { differenceWords, fillSentence } from './sentence.ts'

/** A number against that of the last wave. One check per number, since each of them can be justified by itself. */
export const change: WrittenKind<ChangeDefinition, ChangeCheck> = {
  compile({ id, kind, severity, variables, expected = 1, weight, tolerance, message }, path, known) {
    return resolveAll(variables, `${path}/variables`, known).flatMap((name) => {
      const variable = known.variables.find((one) => one.name === name)
      if (variable === undefined) return []
      const limits = { expected, weight, tolerance }
      const { question, label: item } = variable
      return [{ id: `${id}_${name}`, kind, severity, questions: [question], message, variable: name, item, ...limits }]
    })
  },
  judge(check, { cells, around }) {
    const { variable, item: posten, message } = check
    const now = numberOf(cells, variable)
    const then = around.last?.values.get(variable)
    if (then === undefined) return 'idle'
    if (now === undefined) return 'undecidable'
    if (isPlausibleChange(now, then, check)) return 'holds'
    const [links, rechts] = [formatNumber(now), formatNumber(then)]
    const sentence = fillSentence(message, { links, rechts, abweichung: differenceWords(false, now - then), posten })
    return { fields: [variable], message: sentence }
  },
  fields: ({ variable }) => [variable],
  inCodebook: false,
}
