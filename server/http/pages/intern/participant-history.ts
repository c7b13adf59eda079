import type { LogEntry } from '../../../../views/page-data/staff-pages.ts'
import { berlinDay, dayAndTime } from '../../../domain/german-time.ts'
import { ways } from '../../../field/ways.ts'
import type { FieldDispatch } from '../../../store/field-notes.ts'
import type { LoggedEntry } from '../../../store/log-entries.ts'
import { logEntry } from './log-entry.ts'

const states: Record<string, string> = {
  waiting: 'wartet auf den Versand',
  sending: 'wird gerade versandt',
  sent: 'versandt',
  refused: 'wurde nicht angenommen',
  uncertain: 'ungewiss, ob es ankam',
  returned: 'kam zurück',
  stopped: 'angehalten',
}

/** All that happened with a participant, the newest first: what went to it, what it did, what staff did with it. */
export function participantHistory(
  openedAt: Date | null,
  logged: readonly LoggedEntry[],
  sent: readonly FieldDispatch[],
): LogEntry[] {
  const entries = [
    ...toldOnce(logged).map((entry) => ({ time: entry.at, entry: withoutPlace(entry) })),
    ...sent.map((one) => ({ time: one.at, entry: sentEntry(one) })),
    ...(openedAt === null ? [] : [{ time: openedAt, entry: openedEntry(openedAt) }]),
  ]
  return entries.sort((a, b) => b.time.getTime() - a.time.getTime()).map(({ entry }) => entry)
}

/** Notes have a place of their own, of logins the first counts, and who looked through a form did it once that day. */
function toldOnce(logged: readonly LoggedEntry[]): LoggedEntry[] {
  const looks = new Set<string>()
  return logged.filter(({ action, who, at }) => {
    if (action === 'note_added' || action === 'form_opened') return false
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
  what: `${ways[way]} „${template}“: ${states[state] ?? state}`,
  details: problem === '' ? [] : [{ label: 'Meldung', value: problem }],
})
