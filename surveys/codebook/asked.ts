import type { Instrument, Question, Variable } from '../compile/instrument.ts'
import { unitKinds } from '../compile/unit-kinds.ts'
import { onlyIf } from '../view/asked-view.ts'
import type { DescribedColumn } from './described-column.ts'
import { fullLabel } from './full-label.ts'

type Asked = Pick<DescribedColumn, 'printed' | 'number' | 'question' | 'instruction' | 'unit' | 'population'>

/** How a variable is asked, as far as there is something to say. */
export function askedOf(instrument: Instrument, variable: Variable): Asked {
  const { name, number, role } = variable
  const own = instrument.labels.get(name)
  const printed = fullLabel(instrument, variable)
  const question = instrument.questions.get(variable.question)
  // What follows from answers was not asked.
  const isAsked = role !== 'derived' && question !== undefined
  return {
    ...(printed !== own?.label && { printed }),
    ...(isAsked && { number, question: literal(question) }),
    ...(isAsked && question.help !== undefined && { instruction: question.help }),
    ...(own?.unit && { unit: own.unit }),
    ...(isAsked && { population: populationOf(instrument, variable) }),
  }
}

/** A question as the form prints it: its title, and what stands above its rows. */
function literal({ title, definition }: Question): string {
  return 'lead' in definition && definition.lead !== undefined ? `${title} ${definition.lead}` : title
}

/** Who is asked, and when it does not apply: `Kommunen; trifft nicht zu, wenn …`. */
function populationOf({ unit, variable: of, filters }: Instrument, { ruledOutBy = [], closedBy = [] }: Variable) {
  const closing = filters.filter(({ variable }) => closedBy.includes(variable))
  const asked = closing.map((filter) => `${onlyIf(filter)} (sonst ${filter.variable} = 1)`)
  const many = [unitKinds[unit].many, ...asked].join(', ')
  const ruling = ruledOutBy.filter((name) => !closedBy.includes(name))
  if (ruling.length === 0) return many
  const when = ruling.map((name) => `${name} = 1 (${of.get(name)?.label ?? name})`)
  return `${many}; trifft nicht zu, wenn ${when.join(' oder ')}`
}
