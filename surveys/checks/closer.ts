import { numberOf } from '../answer/cells.ts'
import { formatNumber } from '../reading/number.ts'
import type { Asked } from './kind.ts'
import { type Most, mostOf } from './limits.ts'

/** What a sum with blanks can be at most, as a careful reader would say it. */
export interface Closer extends Most {
  /** How the number reads in a sentence. */
  words: string
  /** Why, in a sentence. */
  note: string
  /** The item for persons without information is blank, and was taken for 0. */
  assumed: boolean
}

/**
 * Closer bounds of a sum in which something is blank or not available. What follows from a total is certain and comes first;
 * then what is said if the persons without information are none because nobody wrote their number beside the others.
 */
export function closerBounds(names: readonly string[], asked: Asked): Closer[] {
  const most = mostOf(names, asked)
  const open = names.filter((name) => numberOf(asked.cells, name) === undefined)
  const certain = most === undefined ? [] : [fromTotal(open, most, asked)]
  return open.every((name) => isLeftOut(name, names, asked)) ? [...certain, leftOut(names, open, asked)] : certain
}

function fromTotal(open: readonly string[], most: Most, { instrument }: Asked): Closer {
  const numberOfQuestion = (name: string) => instrument.variable.get(name)?.number ?? ''
  const questions = [...new Set(open.map(numberOfQuestion))].join(', ')
  const [total = ''] = most.from
  const amount = formatNumber(most.high)
  const note = `Zu ${questions} fehlen Angaben; mehr als ${amount} lässt die Zahl in ${numberOfQuestion(total)} nicht zu.`
  return { ...most, words: `höchstens ${amount}`, note, assumed: false }
}

function leftOut(names: readonly string[], open: readonly string[], { cells, instrument }: Asked): Closer {
  const high = names.reduce((sum, name) => sum + (numberOf(cells, name) ?? 0), 0)
  const fields = open.map((name) => {
    const variable = instrument.variable.get(name)
    return `„${variable?.label}“ in ${variable?.number}`
  })
  const [verb, counts] = fields.length === 1 ? ['ist', 'zählt'] : ['sind', 'zählen']
  const note = `${fields.join(' und ')} ${verb} leer und ${counts} hier als 0.`
  return { high, from: [], words: formatNumber(high), note, assumed: true }
}

/** Whether a field is that of persons without information, and blank beside items that are given. */
function isLeftOut(name: string, names: readonly string[], { cells, instrument }: Asked): boolean {
  const variable = instrument.variable.get(name)
  if (variable?.role !== 'unknown' || cells.get(name)?.state !== 'blank') return false
  const items = instrument.questions.get(variable.question)?.variables.filter(({ role }) => role === 'item') ?? []
  const beside = items.filter((item) => names.includes(item.name))
  const isGiven = (item: { name: string }) => numberOf(cells, item.name) !== undefined
  return beside.length > 0 ? beside.every(isGiven) : items.some(isGiven)
}
