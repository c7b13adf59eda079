import { isQualification, qualifications } from '../../../analysis/qualifications/qualification.ts'
import { formatDate } from '../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../surveys/reading/number.ts'
import type { RegistryChange } from '../../store/registry-imports.ts'
import { isProvider, isRecipientKind, providers, recipientKinds } from './kinds.ts'

/** What can happen to grants and persons, in the order in which it is told. */
export const fundingKinds = {
  recipient: 'Zuwendungsempfänger',
  provider: 'Wer das Integrationsmanagement durchführt',
  posting: 'Einsätze, mit Anteil an einer vollen Stelle',
  qualification: 'Qualifikation nach Nr. 4.2.2 der VwV',
  training: 'Fortbildungen',
} as const

type Row = Record<string, unknown>
type Told = readonly [keyof typeof fundingKinds, string]

/** Rows before and after → what happened, a line each. */
export function fundingChanges(changes: readonly RegistryChange[]): Told[] {
  return changes.flatMap(({ table, key, was, became }): Told[] => {
    const row = became ?? was ?? {}
    const end = was !== null && became === null ? ', entfällt' : ''
    const told = tell[table]
    return told === undefined ? [] : [[told.kind, `${told.words(key, row)}${end || ended(was, became)}`]]
  })
}

const tell: Record<string, { kind: Told[0]; words(key: string, row: Row): string }> = {
  empfaenger: {
    kind: 'recipient',
    words: (key, row) =>
      `${key} ${text(row.name)} (${labelOf(row.art, isRecipientKind, recipientKinds)}), ${span(row)}`,
  },
  durchfuehrung: {
    kind: 'provider',
    words: (key, row) => {
      const by = row.wer === 'selbst' ? '' : ` (${text(row.durch)})`
      return `${key}: ${labelOf(row.wer, isProvider, providers)}${by}, Zuwendung an ${text(row.empfaenger)}, ${span(row)}`
    },
  },
  einsatz: {
    kind: 'posting',
    words: (_, row) => `${text(row.im_nummer)} bei ${text(row.empfaenger)}: ${share(row.vzae)} VZÄ, ${span(row)}`,
  },
  qualifikation: {
    kind: 'qualification',
    words: (key, row) =>
      `${key}: ${labelOf(row.art, isQualification, qualifications)}${requalified(row)}, ${span(row)}`,
  },
  fortbildung: { kind: 'training', words: (key, row) => `${key}, am ${day(row.am)}` },
}

/** That a row ended is what is new of it. */
const ended = (was: Row | null, became: Row | null) =>
  was !== null && became !== null && was.valid_to == null && became.valid_to != null ? ', endet' : ''

function requalified(row: Row): string {
  if (row.nachqualifizierung_entfaellt === true) return ', Nachqualifizierung entfällt'
  if (row.nachqualifizierung_ab == null) return ''
  const until = row.nachqualifizierung_bis == null ? '' : ` bis ${day(row.nachqualifizierung_bis)}`
  return `, Nachqualifizierung ab ${day(row.nachqualifizierung_ab)}${until}`
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const day = (value: unknown) => formatDate(text(value))
const share = (value: unknown) => formatNumber(Number(value))
const span = (row: Row) => `ab ${day(row.valid_from)}${row.valid_to == null ? '' : ` bis ${day(row.valid_to)}`}`

function labelOf<Key extends string>(
  value: unknown,
  isKey: (one: string) => one is Key,
  labels: Record<Key, string>,
): string {
  const key = text(value)
  return isKey(key) ? labels[key] : key
}
