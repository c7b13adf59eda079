import { missingFacts } from '../../../../operator/missing-facts.ts'
import { databaseLink, type SetUp } from './set-up.ts'

/** What is not configured, or what this server cannot know, said openly. */
export function gapsOf({ config, backups, settingsOff, lastRun, accounts, standing }: SetUp): string[] {
  const { operator, mail, secureCookies, nightlyBackup, backupPassphrase, trustProxy } = config
  const gap = (isThere: boolean, sentence: string) => (isThere ? [sentence] : [])
  const officers = accounts.find(({ role }) => role === 'datenschutz')?.count ?? 0
  return [
    ...gap(operator.facts.invented === true, 'Der Betreiber ist erfunden; alle Angaben zu ihm sind ein Beispiel.'),
    ...missingFacts(operator)
      .filter(({ needed, field }) => needed && !field.startsWith('accessibility'))
      .map(({ label, why }) => `Zum Betreiber fehlt: ${label} (${why}).`),
    ...gap(
      mail.smtp !== undefined && (operator.facts.privacy?.processors ?? []).length === 0,
      `E-Mails gehen über ${mail.smtp?.host}; unter den Auftragsverarbeitern des Betreibers steht niemand, der sie befördert.`,
    ),
    ...gap(
      !secureCookies,
      'PUBLIC_URL nennt keine https-Adresse: Die Übertragung ist, soweit bekannt, nicht verschlüsselt.',
    ),
    ...gap(
      secureCookies && trustProxy.length === 0,
      'TRUST_PROXY nennt keinen vorgeschalteten Rechner. Wer die Verschlüsselung (TLS) leistet, ist nicht bekannt.',
    ),
    ...gap(
      databaseLink(config.databaseUrl) === 'open',
      'DATABASE_URL verlangt keine verschlüsselte Verbindung zur Datenbank (sslmode=verify-full).',
    ),
    ...gap(
      databaseLink(config.databaseReadUrl) === 'open',
      'DATABASE_READ_URL verlangt keine verschlüsselte Verbindung zur Kopie der Datenbank (sslmode=verify-full).',
    ),
    ...gap(
      standing.isOwner,
      'Dem Programm gehören die Tabellen, mit denen es arbeitet; „npx stichtag database setup“ trennt beides.',
    ),
    ...gap(
      standing.excess.length > 0,
      `Die Rolle des Programms darf in der Datenbank mehr als nötig: ${standing.excess.join(', ')}.`,
    ),
    ...gap(
      !nightlyBackup,
      'Stichtag macht keine nächtliche Sicherung. Wer die Datenbank sichert, ist hier nicht bekannt.',
    ),
    ...gap(
      nightlyBackup && backupPassphrase === undefined,
      'Die nächtlichen Sicherungen sind nicht verschlüsselt (STICHTAG_BACKUP_PASSPHRASE fehlt).',
    ),
    ...gap(nightlyBackup && backups.verifiedAt === null, 'Noch keine Sicherung ist geprüft.'),
    ...gap(lastRun === undefined, 'Abgelaufene Aufbewahrung ist noch nie gelöscht worden.'),
    ...gap(officers < 2, 'Für das Löschen auf Verlangen fehlen zwei Konten mit der Rolle Datenschutz.'),
    ...settingsOff.map((name) => `Die Datenbank läuft mit ${name} = off; es wird keine Antwort angenommen.`),
    'Ob die Festplatten des Servers verschlüsselt sind und wer den Raum betreten kann, weiß dieses Programm nicht.',
    'Die Verbindung zwischen Antworten und Herkunft wird nicht von selbst getrennt.',
  ]
}
