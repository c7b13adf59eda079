import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'

const iterations = 4_096

/**
 * A password as PostgreSQL keeps it (RFC 5803): what is handed over like this stands in no log of statements. For passwords of ASCII
 * alone, whose form nothing changes.
 */
export function scramOf(password: string, salt: Buffer = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(keyed('Client Key')).digest()
  const parts = [stored, keyed('Server Key')].map((key) => key.toString('base64'))
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${parts.join(':')}`
}
