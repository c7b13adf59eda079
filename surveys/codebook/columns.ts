import type { Instrument, Variable } from '../compile/instrument.ts'
import { ownType, type UnitKind, unitKinds } from '../compile/unit-kinds.ts'
import type { VariableType } from '../types/index.ts'
import { type DescribedColumn, dataState, synthetic } from './described-column.ts'
import { endsLikeReason, reasonColumn } from './reason-column.ts'
import { valuesColumn } from './values-used.ts'

/** A column of the export. Every value has a column beside it that says why there is none, so nobody averages a code. */
export interface Column {
  name: string
  kind: 'value' | 'reason'
  variable: Variable
  /** The name under which it was once published. */
  before?: string
}

/** What an export knows of whoever answers, before the answers. */
const ofUnit = {
  gemeinde: [
    { name: 'gkz', label: 'Gemeindekennziffer, 6 Stellen', type: 'code' },
    { name: 'gemeindename', label: 'Name der Kommune', type: 'text' },
    { name: 'kreis', label: 'Schlüssel des Kreises, 3 Stellen', type: 'code' },
  ],
  integrationsmanager: [
    { name: 'im_nummer', label: 'Nummer der Integrationsmanagerin oder des Integrationsmanagers', type: 'code' },
    { name: 'verbund', label: 'Nummer des Antragsverbunds, 6 Stellen', type: 'code' },
    { name: 'verbundname', label: 'Name des Antragsverbunds', type: 'text' },
  ],
  zuwendungsempfaenger: [
    { name: 'empfaenger', label: 'Kennung des Zuwendungsempfängers', type: 'code' },
    { name: 'empfaengername', label: 'Name des Zuwendungsempfängers', type: 'text' },
  ],
  verbund: [
    { name: 'verbund', label: 'Nummer des Antragsverbunds, 6 Stellen', type: 'code' },
    { name: 'verbundname', label: 'Name des Antragsverbunds', type: 'text' },
  ],
  kreis: [
    { name: 'kreis', label: 'Schlüssel des Kreises, 3 Stellen', type: 'code' },
    { name: 'kreisname', label: 'Name des Kreises', type: 'text' },
  ],
} as const satisfies Record<Instrument['unit'], readonly DescribedColumn[]>

const ofSubmission = [
  { name: 'abgabe', label: 'Laufende Nummer der Abgabe; ab 2 eine Korrektur', type: 'integer' },
  { name: 'abgegeben_am', label: 'Zeitpunkt der Abgabe (UTC)', type: 'time' },
  { name: 'fassung', label: 'Fassung des Fragebogens', type: 'code' },
  { name: 'pruefsumme', label: 'Prüfsumme der Angaben (SHA-256)', type: 'code' },
  synthetic,
] as const

/** The columns before the answers, those that name the unit first. */
export const leadingColumns = ({ unit }: Pick<Instrument, 'unit'>) =>
  [{ name: 'welle', label: 'Kennung der Welle', type: 'code' }, ...ofUnit[unit], ...ofSubmission] as const

export type LeadingColumn = ReturnType<typeof leadingColumns>[number]['name']

const ownNames: ReadonlySet<string> = new Set(
  (Object.keys(unitKinds) as UnitKind[]).flatMap((unit) =>
    [...leadingColumns({ unit }), dataState, valuesColumn].map(({ name }) => name),
  ),
)

/** Whether an export has a column of that name whatever the survey asks. */
export const isReserved = (name: string): boolean => ownNames.has(name) || endsLikeReason(name)

/** What names the one who answers: the leading columns have it from the access code. */
export const namesUnit: ReadonlySet<VariableType> = new Set(
  (Object.keys(unitKinds) as UnitKind[]).flatMap((unit) => ownType(unit) ?? []),
)

/** The variables that an export holds: no contact data, and comments in a file of their own. */
export function exportedVariables({ variables }: Instrument): Variable[] {
  return variables.filter(isExported)
}

export const isExported = ({ contact, role, type }: Variable): boolean =>
  !contact && role !== 'comment' && !namesUnit.has(type)

/** What is never missing: the flag 'not available', and what follows from other answers. */
export const hasNoReason = ({ role }: Pick<Variable, 'role'>): boolean => role === 'notAvailable' || role === 'derived'

/**
 * The columns of the answers, in the order of the form. The flag 'not available' is 1 or 0 and never missing. An option that
 * is not ticked is 0 if another one of its question is, and blank if none is: then the question was not answered.
 */
export function answerColumns(instrument: Instrument): Column[] {
  return exportedVariables(instrument).flatMap((variable): Column[] => {
    const value: Column = { name: variable.name, kind: 'value', variable }
    return hasNoReason(variable) ? [value] : [value, { ...reasonColumn(variable.name), kind: 'reason', variable }]
  })
}
