import type { Term } from './rules.ts'

/** `15 Minuten`, `eine Stunde`, `7 Tage`. */
export function lastingWords(minutes: number): string {
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
