import { findingsOf } from '../../surveys/answer/finding.ts'
import { validityOf } from '../../surveys/answer/justification.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import { rawOf } from '../../surveys/answer/submission.ts'
import type { LastWave } from '../../surveys/answer/surroundings.ts'
import { checkOutcomes } from '../../surveys/checks/outcomes.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { Register } from '../../surveys/reading/register.ts'
import type { Given } from '../screening/gather.ts'
import type { CheckedUnits, Outcome } from './check-quality.ts'

interface Answered {
  instrument: Instrument
  register: Register
  /** By unit. */
  given: ReadonlyMap<string, Given>
  last: ReadonlyMap<string, LastWave>
}

/** How the answers of all who gave some stand to each check, in the order of the questionnaire and of the units. */
export function outcomesOfUnits({ instrument, register, given, last }: Answered): CheckedUnits[] {
  const byUnit = [...given].map(([unit, own]) => outcomesOf(own, instrument, { unit, register, last: last.get(unit) }))
  return instrument.checks.map(({ id }, place) => ({
    check: id,
    outcomes: byUnit.map((own) => own[place] as Outcome),
  }))
}

function outcomesOf(
  { answers, justifications }: Given,
  instrument: Instrument,
  around: { unit: string; register: Register; last: LastWave | undefined },
): Outcome[] {
  const raw = rawOf(instrument, { answers, comments: {} })
  const cells = readCells(instrument, raw, around)
  const justified = new Set(
    findingsOf(instrument, raw, cells, around)
      .filter(({ check, values }) =>
        justifications.some((one) => one.check === check && validityOf(one.values) === validityOf(values)),
      )
      .map(({ check }) => check),
  )
  return checkOutcomes({ instrument, raw, cells, around }).map(({ check, outcome }) =>
    outcome === 'violated' ? (justified.has(check.id) ? 'justified' : 'open') : outcome,
  )
}
