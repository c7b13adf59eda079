import { findingsOf } from '../../surveys/answer/finding.ts'
import { type Justification, validityOf } from '../../surveys/answer/justification.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import { rawOf, type SubmissionContent } from '../../surveys/answer/submission.ts'
import type { LastWave } from '../../surveys/answer/surroundings.ts'
import type { Instrument, Variable } from '../../surveys/compile/instrument.ts'
import type { Register } from '../../surveys/reading/register.ts'
import type { PanelUnit } from '../panel/unit.ts'
import type { Failed, Screened } from './screened.ts'

/** What a unit gave. */
export interface Given {
  answers: SubmissionContent['answers']
  justifications: readonly Justification[]
}

interface Gathered {
  instrument: Instrument
  register: Register
  units: readonly PanelUnit[]
  /** By unit. */
  given: ReadonlyMap<string, Given>
  last: ReadonlyMap<string, LastWave>
}

/** The numbers of a wave that are added up, and all in its answers that does not fit. */
export function gather({ instrument, register, units, given, last }: Gathered): Screened {
  return {
    units,
    variables: instrument.variables.filter(isAddedUp).map(({ name, question }) => ({
      name,
      question,
      now: units.map(({ unit }) => numberIn(given.get(unit)?.answers[name])),
      before: units.map(({ unit }) => last.get(unit)?.values.get(name)),
    })),
    failed: units.flatMap(({ unit }, place) => {
      const own = given.get(unit)
      return own === undefined ? [] : failedIn(own, instrument, { unit, register, last: last.get(unit) }, place)
    }),
  }
}

/** Shares are not added up, nor is what no total is published of. */
export const isAddedUp = ({ type, role, contact }: Variable): boolean =>
  (type === 'count' || type === 'decimal') && (role === 'item' || role === 'unknown') && !contact

const numberIn = (value: number | string | true | undefined) => (typeof value === 'number' ? value : undefined)

function failedIn(
  { answers, justifications }: Given,
  instrument: Instrument,
  around: { unit: string; register: Register; last: LastWave | undefined },
  place: number,
): Failed[] {
  const raw = rawOf(instrument, { answers, comments: {} })
  return findingsOf(instrument, raw, readCells(instrument, raw, around), around).map((finding) => {
    const { check, severity, message, fields, values } = finding
    const said = justifications.find((one) => one.check === check && validityOf(one.values) === validityOf(values))
    const reason = instrument.reasonsOf.get(check)?.find(({ code }) => code === said?.reason)?.label ?? ''
    return {
      unit: place,
      check,
      severity,
      message,
      fields,
      ...(said && { justified: { reason, text: said.text } }),
    }
  })
}
