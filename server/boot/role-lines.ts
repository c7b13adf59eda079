import type { Standing } from '../database/roles/standing.ts'

/** Which of both is the case: the role that the server works with owns the tables, or it does not. */
export function roleLine({ role, isOwner }: Standing): string {
  return isOwner
    ? `Der Rolle „${role}“, mit der Stichtag arbeitet, gehören die Tabellen: Sie kann auch ändern, was nur ergänzt werden darf. ` +
        'Abhilfe: „npx stichtag database setup“ richtet zwei Rollen ein.'
    : `Stichtag arbeitet mit der Rolle „${role}“, die keine Tabelle ändern und keinen Auslöser abschalten darf.`
}

/** What it may do beyond what it has to. */
export function excessLine({ role, excess }: Standing): string {
  return excess.length === 0
    ? ''
    : `Die Rolle „${role}“ darf mehr als nötig (${excess.join(', ')}). Abhilfe: „npx stichtag migrate“ nimmt es ihr wieder.`
}
