import { isAmendable } from '../../surveys/amending/amendable.ts'
import { readCell } from '../../surveys/answer/read-cells.ts'
import type { Instrument, Variable } from '../../surveys/compile/instrument.ts'
import type { Value } from '../../surveys/types/type.ts'
import { plainUnit } from '../domain/plain-unit.ts'
import type { AskedAmendment } from './check-amendments.ts'
import type { AmendmentColumn } from './columns.ts'
import { reasonOf, reasonWords, sourceOf, sourceWords } from './grounds.ts'

/** An amendment as it was typed. */
export type TypedAmendment = Readonly<Record<AmendmentColumn, string>>

export interface ColumnFault {
  column: AmendmentColumn
  sentence: string
}

interface Known {
  instrument: Pick<Instrument, 'variable'>
  /** The participants that may be amended: their numbers by their units. */
  participants: ReadonlyMap<string, number>
}

const longestNote = 1_000

/** What was typed, as it is asked for, or all that is wrong with it. */
export function readAmendment(
  typed: TypedAmendment,
  { instrument, participants }: Known,
): AskedAmendment | { faults: ColumnFault[] } {
  const { note } = typed
  const participantId = participants.get(plainUnit(typed.unit))
  const variable = instrument.variable.get(typed.field)
  const [was, became] = [readValue(variable, typed.was), readValue(variable, typed.became)]
  const [reason, source] = [reasonOf(typed.reason), sourceOf(typed.source)]
  const faults: [AmendmentColumn, string][] = [
    ['unit', participantId === undefined ? unitFault(typed.unit) : ''],
    ['field', fieldFault(typed.field, variable)],
    ['was', faultIn(was)],
    ['became', faultIn(became)],
    ['reason', reason === undefined ? `${unknown(typed.reason, 'kein Grund', 'der Grund')} ${reasonWords}.` : ''],
    ['source', source === undefined ? `${unknown(typed.source, 'keine Quelle', 'die Quelle')} ${sourceWords}.` : ''],
    ['note', noteFault(note, reason === 'other')],
  ]
  const found = faults.flatMap(([column, sentence]) => (sentence === '' ? [] : [{ column, sentence }]))
  if (participantId === undefined || reason === undefined || source === undefined || found.length > 0)
    return { faults: found }
  const value = (read: ReturnType<typeof readValue>) => ('value' in read ? read.value : null)
  return { participantId, field: typed.field, was: value(was), became: value(became), reason, source, note }
}

const unitFault = (typed: string): string =>
  typed === ''
    ? 'Hier fehlt, wessen Angabe es ist.'
    : `„${typed}“ nimmt an dieser Erhebung nicht teil, oder das Konto arbeitet nicht für diese Stelle.`

const unknown = (typed: string, no: string, the: string): string =>
  `${typed === '' ? `Hier fehlt ${the}.` : `„${typed}“ ist ${no}.`} Möglich sind:`

function fieldFault(typed: string, variable: Variable | undefined): string {
  if (typed === '') return 'Hier fehlt der Name des Feldes.'
  if (variable === undefined) return `„${typed}“ ist kein Feld dieses Fragebogens.`
  return isAmendable(variable)
    ? ''
    : 'Dieses Feld wird nicht korrigiert: Texte bleiben, wie sie sind, und Folgerungen ergeben sich von selbst.'
}

function noteFault(note: string, isNeeded: boolean): string {
  if (note.includes('\0')) return 'Hier steht ein Zeichen, das sich nicht speichern lässt. Bitte nehmen Sie es heraus.'
  if (note.length > longestNote) return `Bitte schreiben Sie höchstens ${longestNote} Zeichen.`
  return isNeeded && note === '' ? 'Bitte schreiben Sie in die Bemerkung, welcher andere Grund es ist.' : ''
}

const faultIn = (read: ReturnType<typeof readValue>): string => ('fault' in read ? read.fault : '')

/** What a text says for a field; a blank is no value. A box can be given as in a file, with 1 and 0. */
function readValue(variable: Variable | undefined, typed: string): { value: Value | null } | { fault: string } {
  if (variable === undefined) return { value: null }
  const { type, options } = variable
  if (type === 'flag' && !['', '0', '1'].includes(typed))
    return { fault: 'Ein Ankreuzfeld hat 1 für angekreuzt oder 0.' }
  const read = readCell(variable, typed)
  if (read.state === 'unreadable') return { fault: read.message }
  if (read.state === 'blank') return { value: null }
  if (options !== undefined && type === 'choice' && !options.some(({ code }) => code === read.value))
    return { fault: `„${typed}“ ist keine der Antworten: ${options.map(({ code }) => code).join(', ')}.` }
  return { value: read.value }
}
