import { formatDate } from '../../surveys/reading/dates.ts'
import { formatNumber } from '../../surveys/reading/number.ts'
import type { Register } from '../../surveys/reading/register.ts'
import { dayOfTime } from '../domain/german-time.ts'
import type { FieldParticipant } from './participants.ts'
import { standings } from './standing.ts'
import { ways } from './ways.ts'

/** A column that one can choose: what it shows of a participant, '' for nothing, and by what it sorts. */
interface ListColumn {
  label: string
  text(participant: FieldParticipant, register: Register): string
  order(participant: FieldParticipant): string | number
}

const dayOf = (time: Date | null) => (time === null ? '' : dayOfTime(time))
const place = new Map(Object.keys(standings).map((state, index) => [state, index]))

export const listColumns = {
  zustand: {
    label: 'Stand',
    text: ({ state }) => standings[state],
    order: ({ state }) => place.get(state) ?? 0,
  },
  kreis: {
    label: 'Kreis',
    text: ({ kreis }, { kreise }) => kreise.get(kreis) ?? kreis,
    order: ({ kreis }) => kreis,
  },
  einwohner: {
    label: 'Einwohner',
    text: ({ einwohner }) => (einwohner === null ? '' : formatNumber(einwohner)),
    order: ({ einwohner }) => einwohner ?? 0,
  },
  verbund: { label: 'Verbund', text: ({ verbundName }) => verbundName, order: ({ verbundName }) => verbundName },
  angeschrieben: {
    label: 'Angeschrieben',
    text: ({ invitedAt, invitedBy }) =>
      invitedAt === null || invitedBy === null ? '' : `${dayOf(invitedAt)}, ${ways[invitedBy]}`,
    order: ({ invitedAt }) => timeOf(invitedAt),
  },
  geoeffnet: {
    label: 'Geöffnet',
    text: ({ openedAt }) => dayOf(openedAt),
    order: ({ openedAt }) => timeOf(openedAt),
  },
  ausgefuellt: {
    label: 'Ausgefüllt',
    text: ({ progress }) => (progress === undefined ? '' : `${progress.filled} von ${progress.total}`),
    order: ({ progress }) => (progress === undefined ? 0 : progress.filled / Math.max(1, progress.total)),
  },
  gespeichert: { label: 'Gespeichert', text: ({ savedAt }) => dayOf(savedAt), order: ({ savedAt }) => timeOf(savedAt) },
  abgesendet: {
    label: 'Abgesendet',
    text: ({ submittedAt, correctedAt }) =>
      correctedAt === null ? dayOf(submittedAt) : `${dayOf(submittedAt)}, berichtigt ${dayOf(correctedAt)}`,
    order: ({ submittedAt }) => timeOf(submittedAt),
  },
  frist: {
    label: 'Eigene Frist',
    text: ({ frist }) => (frist === null ? '' : formatDate(frist)),
    order: ({ frist }) => frist ?? '',
  },
  notiz: {
    label: 'Letzte Notiz',
    text: ({ notedAt }) => dayOf(notedAt),
    order: ({ notedAt }) => timeOf(notedAt),
  },
  zustaendig: {
    label: 'Für sie antwortet',
    text: ({ answeredBy }) => answeredBy,
    order: ({ answeredBy }) => answeredBy,
  },
  zusammen: {
    label: 'Antwortet auch für',
    text: ({ together }, { gemeinden }) => together.map((unit) => gemeinden.get(unit)?.name ?? unit).join(', '),
    order: ({ together }) => together.length,
  },
} as const satisfies Record<string, ListColumn>

export type ColumnCode = keyof typeof listColumns

export const columnOf = (code: ColumnCode): ListColumn => listColumns[code]

export const isColumn = (text: string): text is ColumnCode => Object.hasOwn(listColumns, text)

export const defaultColumns: readonly ColumnCode[] = ['zustand', 'kreis', 'ausgefuellt', 'gespeichert', 'notiz']

const timeOf = (time: Date | null): number => time?.getTime() ?? 0
