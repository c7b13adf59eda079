import { isAddedUp } from '../../analysis/screening/gather.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { formatNumber } from '../../surveys/reading/number.ts'
import type { Db } from '../database/database.ts'
import { addDecision, numberUsed } from '../store/screening.ts'
import { type DecisionName, decisions } from './decisions.ts'

interface Asked {
  instrument: Pick<Instrument, 'variable'>
  wave: string
  participantId: number
  field: string
  /** What whoever decides has seen; undefined: whatever is there. */
  seen: number | undefined
  decision: DecisionName
  /** What would decide it, where that is open. */
  text: string
  by: number | undefined
}

/** Decides on a number. Comes back with why it could not, or ''. */
export async function decide(db: Db, asked: Asked): Promise<string> {
  const { instrument, wave, participantId, field, seen, decision, by } = asked
  const variable = instrument.variable.get(field)
  if (variable === undefined || !isAddedUp(variable)) return `„${field}“ ist keine Zahl, die zusammengezählt wird.`
  const text = asked.text.trim()
  if (decision === 'offen' && text === '') return 'Bitte schreiben Sie, was es entscheiden würde.'
  const value = await numberUsed(db, participantId, field)
  if (value === undefined) return 'Dort steht keine Zahl.'
  if (seen !== undefined && seen !== value)
    return `Dort steht inzwischen ${formatNumber(value)}. Bitte sehen Sie noch einmal hin.`
  const wanted = decision === 'offen' ? text : ''
  await addDecision(db, { participantId, wave, field, decision: decisions[decision].stored, value, wanted, by })
  return ''
}
