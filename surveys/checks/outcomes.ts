import { type Cells, isClosed } from '../answer/cells.ts'
import type { Instrument } from '../compile/instrument.ts'
import type { Check } from './check.ts'
import { checkKindOf } from './index.ts'
import type { Asked } from './kind.ts'

/** How answers stand to a check. `untouched`: nothing that it looks at was answered. `idle`: it has nothing to say here. */
export interface CheckOutcome {
  check: Check
  outcome: 'holds' | 'violated' | 'undecidable' | 'untouched' | 'idle'
  /** Why nobody can tell: the variables that are blank, those of which there is no information, those that cannot be read. */
  blank: string[]
  missing: string[]
  unreadable: string[]
}

const nothing = { blank: [], missing: [], unreadable: [] }

/** How answers stand to every check of a questionnaire. */
export function checkOutcomes(asked: Asked): CheckOutcome[] {
  const { instrument, cells } = asked
  return instrument.checks.map((check) => {
    const { judge, fields } = checkKindOf(check.kind)
    const judged = judge(check, asked)
    const looked = fields(check)
    if (typeof judged === 'object') return { check, outcome: 'violated', ...nothing }
    if (looked.every((name) => cells.get(name)?.state === 'blank'))
      return { check, outcome: judged === 'idle' ? judged : 'untouched', ...nothing }
    if (looked.every((name) => isClosed(cells, name))) return { check, outcome: 'idle', ...nothing }
    if (judged !== 'undecidable') return { check, outcome: judged, ...nothing }
    const missing = looked.filter((name) => cells.get(name)?.state === 'notAvailable')
    const unreadable = looked.filter((name) => cells.get(name)?.state === 'unreadable')
    return { check, outcome: judged, blank: blankOf(looked, cells, instrument), missing, unreadable }
  })
}

/** The blank ones of some variables. A list of options is blank as a whole, and its first one stands for it. */
function blankOf(names: readonly string[], cells: Cells, { variable, questions }: Instrument): string[] {
  const blank = names.flatMap((name) => {
    if (cells.get(name)?.state !== 'blank') return []
    const { role, question = '' } = variable.get(name) ?? {}
    if (role === 'other' || role === 'notAvailable') return []
    if (role !== 'option') return [name]
    const options = questions.get(question)?.variables.filter((one) => one.role === 'option') ?? []
    const [first] = options
    return first !== undefined && options.every((one) => cells.get(one.name)?.state === 'blank') ? [first.name] : []
  })
  return [...new Set(blank)]
}
