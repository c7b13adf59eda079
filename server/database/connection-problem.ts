import { withoutPassword } from '../boot/addresses.ts'
import { errorCode } from '../errors/error-code.ts'
import { InputError } from '../errors/input-error.ts'

const reasons: Record<string, string> = {
  ECONNREFUSED: 'dort antwortet kein PostgreSQL; läuft es, und stimmt der Port?',
  ENOTFOUND: 'den Rechner gibt es unter diesem Namen nicht.',
  EAI_AGAIN: 'der Name des Rechners ließ sich nicht auflösen.',
  ETIMEDOUT: 'der Rechner antwortet nicht; sperrt eine Firewall den Weg?',
  ECONNRESET: 'die Verbindung wird dort sofort beendet.',
  '28P01': 'Name oder Kennwort stimmen nicht.',
  '28000': 'diesem Benutzer ist der Zugang nicht erlaubt (pg_hba.conf).',
  '3D000': 'die genannte Datenbank gibt es dort nicht.',
  '42501':
    'dem Benutzer fehlt ein Recht; gehören ihm die Tabellen nicht, so richtet „npx stichtag database setup“ die Rollen ein.',
}

/** An unreachable database that a setting names is something the operator can put right; anything else stays what it was. */
export function explainConnection(error: unknown, url: string | undefined, setting = 'DATABASE_URL'): unknown {
  const reason = reasons[codeOf(error)]
  if (url === undefined || reason === undefined || error instanceof InputError) return error
  return new InputError(`Die Datenbank ${withoutPassword(url)} (${setting}) ist nicht benutzbar: ${reason}`, {
    cause: error,
  })
}

function codeOf(error: unknown): string {
  if (error instanceof Error && /timeout exceeded when trying to connect|connection timeout/.test(error.message))
    return 'ETIMEDOUT'
  if (error instanceof Error && error.message === 'Connection terminated unexpectedly') return 'ECONNRESET'
  const code = errorCode(error)
  return code ?? (error instanceof Error && error.cause !== undefined ? codeOf(error.cause) : '')
}
