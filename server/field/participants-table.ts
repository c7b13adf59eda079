import type { DescribedColumn } from '../../surveys/codebook/described-column.ts'
import { synthetic } from '../../surveys/codebook/described-column.ts'
import type { ExportedWave, Origin } from '../export/origin.ts'
import { rowsOfList } from '../export/rows-of-list.ts'
import type { Cell, Table } from '../export/table.ts'
import type { FieldParticipant } from './participants.ts'
import { standings } from './standing.ts'

const time = (at: Date | null): string | null => at && `${at.toISOString().slice(0, 19)}Z`
const ways = { letter: 'brief', mail: 'mail', phone: 'telefon', code: 'code' } as const
const inUtc = '(UTC)'

type Column = DescribedColumn & { of(participant: FieldParticipant, wave: ExportedWave): Cell }

/** What the office knows of a participant, as files and commands tell it. People script against the names: they only grow. */
const columns: readonly Column[] = [
  { name: 'welle', label: 'Kennung der Welle', type: 'code', of: (_one, { wave }) => wave },
  { name: 'kennung', label: 'GKZ oder Nummer', type: 'code', of: ({ unit }) => unit },
  { name: 'name', label: 'Name der Kommune oder des Verbunds', type: 'text', of: ({ name }) => name },
  { name: 'kreis', label: 'Schlüssel des Kreises', type: 'code', of: ({ kreis }) => kreis },
  { name: 'einwohner', label: 'Einwohner', type: 'integer', of: ({ einwohner }) => einwohner },
  { name: 'verbund', label: 'Nummer des Antragsverbunds', type: 'code', of: ({ verbund }) => verbund || null },
  {
    name: 'zustand',
    label: 'Wo die Teilnahme steht',
    type: 'code',
    values: Object.entries(standings).map(([code, label]) => ({ code, label })),
    of: ({ state }) => state,
  },
  {
    name: 'angeschrieben_am',
    label: `Zuerst angeschrieben ${inUtc}`,
    type: 'time',
    of: ({ invitedAt }) => time(invitedAt),
  },
  { name: 'angeschrieben_als', label: 'Wie', type: 'code', of: ({ invitedBy }) => invitedBy && ways[invitedBy] },
  {
    name: 'unzustellbar',
    label: '1: das Letzte kam zurück',
    type: 'integer',
    of: ({ isUndelivered }) => Number(isUndelivered),
  },
  {
    name: 'zuletzt_angeschrieben_am',
    label: `Zuletzt angeschrieben ${inUtc}`,
    type: 'time',
    of: ({ writtenAt }) => time(writtenAt),
  },
  { name: 'geoeffnet_am', label: `Zuerst geöffnet ${inUtc}`, type: 'time', of: ({ openedAt }) => time(openedAt) },
  {
    name: 'felder_ausgefuellt',
    label: 'Ausgefüllte Felder, solange nicht abgesendet ist',
    type: 'integer',
    of: ({ progress }) => progress?.filled ?? null,
  },
  {
    name: 'felder',
    label: 'Felder, solange nicht abgesendet ist',
    type: 'integer',
    of: ({ progress }) => progress?.total ?? null,
  },
  { name: 'gespeichert_am', label: `Zuletzt gespeichert ${inUtc}`, type: 'time', of: ({ savedAt }) => time(savedAt) },
  {
    name: 'abgesendet_am',
    label: `Zuerst abgesendet ${inUtc}`,
    type: 'time',
    of: ({ submittedAt }) => time(submittedAt),
  },
  {
    name: 'berichtigt_am',
    label: `Zuletzt berichtigt ${inUtc}`,
    type: 'time',
    of: ({ correctedAt }) => time(correctedAt),
  },
  { name: 'quittung', label: 'Neueste Quittung', type: 'code', of: ({ receipt }) => receipt },
  { name: 'eigene_frist', label: 'Eigener letzter Tag', type: 'day', of: ({ frist }) => frist },
  { name: 'notizen', label: 'Notizen', type: 'integer', of: ({ notes }) => notes },
  { name: 'letzte_notiz_am', label: `Letzte Notiz ${inUtc}`, type: 'time', of: ({ notedAt }) => time(notedAt) },
  {
    name: 'auch_fuer',
    label: 'Für wen dieselbe Person noch angemeldet war',
    type: 'code',
    of: ({ together }) => together.join(' ') || null,
  },
  {
    name: 'zustaendig',
    label: 'Wer nach dem Verzeichnis für sie antwortet',
    type: 'text',
    of: ({ answeredBy }) => answeredBy || null,
  },
  { ...synthetic, of: (_one, wave) => Number(wave.synthetic) },
]

/** The list as a file. */
export function participantsTable(found: readonly FieldParticipant[], wave: ExportedWave, origin: Origin): Table {
  const described = columns.map(({ of: _of, ...column }) => column)
  return {
    file: 'teilnehmende',
    name: `${wave.wave}-teilnehmende`,
    columns: described,
    rows: rowsOfList(described, () => found.map((one) => columns.map((column) => column.of(one, wave)))),
    origin,
  }
}

/** The same as objects. */
export const participantRows = (found: readonly FieldParticipant[], wave: ExportedWave): Record<string, Cell>[] =>
  found.map((one) => Object.fromEntries(columns.map((column) => [column.name, column.of(one, wave)])))
