import { formatNumber } from '../../surveys/reading/number.ts'
import { dayOfTime } from '../domain/german-time.ts'
import type { WaveTerm } from '../store/retention-terms.ts'
import type { Due } from './due.ts'
import { type Term, waveRules } from './rules.ts'

/** `15 Minuten`, `eine Stunde`, `7 Tage`, `3 Jahre`. */
export function lastingWords(minutes: number): string {
  const years = minutes / 1440 / 365
  if (Number.isInteger(years)) return years === 1 ? 'ein Jahr' : `${years} Jahre`
  if (minutes % 1440 === 0) return minutes === 1440 ? 'ein Tag' : `${minutes / 1440} Tage`
  return minutes === 60 ? 'eine Stunde' : `${minutes} Minuten`
}

/** How long a wave keeps something. */
export function termWords({ days, archive }: Term): string {
  if (days === null) return 'ohne Frist'
  const after =
    days === 0 ? 'bis zum Ende der Erhebung' : `${days === 1 ? 'ein Tag' : `${days} Tage`} nach dem Ende der Erhebung`
  return archive ? `${after}, dann zuerst dem Archiv angeboten` : after
}

/** How long the log is kept. */
export function logTermWords(days: number | null): string {
  if (days === null) return 'ohne Frist'
  const years = days / 365
  const lasting = Number.isInteger(years) ? (years === 1 ? 'ein Jahr' : `${years} Jahre`) : `${formatNumber(days)} Tage`
  return `${lasting} nach dem Eintrag`
}

/** When it goes, or why it does not. */
export function dueWords({ dueAt, synthetic, archive, offered }: WaveTerm): string {
  if (synthetic) return 'erfundene Angaben: keine Löschung'
  if (dueAt === null) return 'keine Löschung'
  return `ab ${dayOfTime(dueAt)}${archive && offered === null ? ', nach der Antwort des Archivs' : ''}`
}

export const offerWords = ({ archive, offered, offeredAt }: WaveTerm): string => {
  if (!archive) return 'wird keinem Archiv angeboten'
  if (offered === null || offeredAt === null) return 'noch nicht angeboten'
  return `${offered === 'taken' ? 'vom Archiv übernommen' : 'vom Archiv abgelehnt'} am ${dayOfTime(offeredAt)}`
}

/** A term of a wave as a line of a command. */
export const termLine = (term: WaveTerm): string =>
  [`${term.wave} ${term.kind}: ${waveRules[term.kind].label}: ${termWords(term)}`, dueWords(term)]
    .concat(term.archive ? [offerWords(term)] : [])
    .join('; ')

/** What is due, a line each. */
export const dueLines = (due: readonly Due[]): string[] =>
  due.map(({ wave, label, rows }) => `${wave ?? 'alle'}: ${label}: ${rowsWords(rows)}`)

export const rowsWords = (rows: number): string => (rows === 1 ? '1 Eintrag' : `${formatNumber(rows)} Einträge`)
