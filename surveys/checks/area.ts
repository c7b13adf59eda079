import type { AreaCheck as AreaDefinition } from '../../schemas/questionnaire.ts'
import { textOf } from '../answer/cells.ts'
import { gemeindenIn } from '../reading/gemeinden.ts'
import type { Register } from '../reading/register.ts'
import type { AreaCheck } from './check.ts'
import type { WrittenKind } from './kind.ts'
import { fillSentence } from './sentence.ts'

/** Every Kommune of a list belongs to the Antragsverbund of whoever answers. */
export const area: WrittenKind<AreaDefinition, AreaCheck> = {
  compile({ id, kind, severity, variable, message }, path, { questions, problems }) {
    if (questions.get(variable)?.kind !== 'gemeinden')
      problems.push({ path: `${path}/variable`, message: `„${variable}“ ist keine Liste von Kommunen.` })
    return [{ id, kind, severity, questions: [variable], message, variable }]
  },
  judge({ variable, message }, { cells, around: { unit, register } }) {
    const outside = gemeindenIn(textOf(cells, variable)).filter((gkz) => !belongs(gkz, unit.slice(0, 6), register))
    if (outside.length === 0) return 'holds'
    const names = outside.map((gkz) => register.gemeinden.get(gkz)?.name ?? gkz).join(', ')
    const verbund = register.verbuende.get(unit.slice(0, 6))?.name ?? ''
    return { fields: [variable], message: fillSentence(message, { posten: names, rechts: verbund }) }
  },
  fields: ({ variable }) => [variable],
  inCodebook: false,
}

/** To a Verbund whose members are not known belong all of its Kreis, whose key begins that of the Verbund. */
function belongs(gkz: string, verbund: string, { verbuende }: Register): boolean {
  const members = verbuende.get(verbund)?.members
  return members === undefined || members.size === 0 ? gkz.slice(0, 3) === verbund.slice(0, 3) : members.has(gkz)
}
