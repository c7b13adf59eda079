import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { LogEntry } from '../../../../views/page-data/log-entry.ts'
import { berlinDay, dayAndTime } from '../../../domain/german-time.ts'
import { ways } from '../../../field/ways.ts'
import { templateOf } from '../../../mail/templates.ts'
import type { extensionsOf } from '../../../store/extensions.ts'
import type { FieldDispatch } from '../../../store/field-notes.ts'
import type { LoggedEntry } from '../../../store/log-entries.ts'
import { logEntry } from './log-entry.ts'
import { mailStates } from './mail/mail-entry.ts'

type Extended = Awaited<ReturnType<typeof extensionsOf>>[number]

/** All that happened with a participant, the newest first: what went to it, what it did, what staff did with it. */
export function participantHistory(
  openedAt: Date | null,
  logged: readonly LoggedEntry[],
  sent: readonly FieldDispatch[],
  extended: readonly Extended[],
): LogEntry[] {
  const entries = [
    ...toldOnce(logged).map((entry) => ({ time: entry.at, entry: withoutPlace(entry) })),
    ...sent.map((one) => ({ time: one.at, entry: sentEntry(one) })),
    ...extended.map((one) => ({ time: one.at, entry: extendedEntry(one) })),
    ...(openedAt === null ? [] : [{ time: openedAt, entry: openedEntry(openedAt) }]),
  ]
  return entries.sort((a, b) => b.time.getTime() - a.time.getTime()).map(({ entry }) => entry)
}

/** Notes have a place of their own, extensions are told with those of others, of logins the first counts, and who looked through a form did it once that day. */
function toldOnce(logged: readonly LoggedEntry[]): LoggedEntry[] {
  const looks = new Set<string>()
  return logged.filter(({ action, who, at }) => {
    if (action === 'note_added' || action === 'form_opened' || action === 'frist_extended') return false
    const look = `${who} ${berlinDay(at)}`
    if (action !== 'form_seen') return true
    return !looks.has(look) && looks.add(look)
  })
}

/** The page says of whom it is. */
function withoutPlace(entry: LoggedEntry): LogEntry {
  const told = logEntry(entry)
  return { ...told, what: told.what.replace(`: ${entry.unit}, ${entry.wave}`, '') }
}

const openedEntry = (at: Date): LogEntry => ({
  at: dayAndTime(at),
  who: 'Befragte',
  what: 'Zum ersten Mal geöffnet',
  details: [],
})

const sentEntry = ({ template, way, state, problem, at, who }: FieldDispatch): LogEntry => ({
  at: dayAndTime(at),
  who: who ?? 'von selbst',
  what: `${ways[way]} „${templateOf(template)?.title ?? template}“: ${mailStates[state].label}`,
  details: problem === '' ? [] : [{ label: 'Meldung', value: problem }],
})

const extendedEntry = ({ at, by, everybody, frist, reason, undoneAt }: Extended): LogEntry => ({
  at: dayAndTime(at),
  who: by ?? 'Befehlszeile',
  what: `Frist ${everybody ? 'für alle ' : ''}verlängert bis ${formatDate(frist)}`,
  details: [
    ...(reason === null ? [] : [{ label: 'Grund', value: reason }]),
    ...(undoneAt === null ? [] : [{ label: 'Zurückgenommen', value: dayAndTime(undoneAt) }]),
  ],
})
