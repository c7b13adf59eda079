import type { LogEntry } from '../../../../views/page-data/staff-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
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
export function participantHistory(logged: readonly LoggedEntry[], sent: readonly FieldDispatch[]): LogEntry[] {
  const firstLogin = logged.findLast(({ action }) => action === 'form_opened')
  const told = logged.filter(
    (entry) => entry.action !== 'note_added' && (entry.action !== 'form_opened' || entry === firstLogin),
  )
  const entries = [
    ...told.map((entry) => ({ time: entry.at, entry: withoutPlace(entry) })),
    ...sent.map((one) => ({ time: one.at, entry: sentEntry(one) })),
  ]
  return entries.sort((a, b) => b.time.getTime() - a.time.getTime()).map(({ entry }) => entry)
}

/** The page says of whom it is. */
function withoutPlace(entry: LoggedEntry): LogEntry {
  const told = logEntry(entry)
  const what = told.what.replace(`: ${entry.unit}, ${entry.wave}`, '')
  return { ...told, what: entry.action === 'form_opened' ? 'Zum ersten Mal geöffnet' : what }
}

const sentEntry = ({ template, way, state, problem, at, who }: FieldDispatch): LogEntry => ({
  at: dayAndTime(at),
  who: who ?? 'von selbst',
  what: `${ways[way]} „${template}“: ${states[state] ?? state}`,
  details: problem === '' ? [] : [{ label: 'Meldung', value: problem }],
})
