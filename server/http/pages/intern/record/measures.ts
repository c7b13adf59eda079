import type { FactView } from '../../../../../views/page-data/operator-pages.ts'
import { dayAndTime } from '../../../../domain/german-time.ts'
import { idleMinutes, longestHours } from '../../../../domain/session-token.ts'
import { staffIdleMinutes, staffLongestHours } from '../../../../domain/staff-session.ts'
import { fact } from '../../public/words.ts'
import { mayDo, roleNames } from './right-words.ts'
import { databaseLink, type SetUp } from './set-up.ts'

const links: Record<ReturnType<typeof databaseLink>, string> = {
  own: 'Die mitgelieferte Datenbank auf demselben Rechner, von außen nicht erreichbar.',
  local: 'Eine Datenbank auf demselben Rechner.',
  encrypted: 'Eine Datenbank auf einem anderen Rechner, verschlüsselt verbunden.',
  open: 'Eine Datenbank auf einem anderen Rechner; Verschlüsselung ist nicht verlangt.',
}

/** The technical and organisational measures of Art. 32 GDPR, as they are configured. */
export const measures = (setUp: SetUp): FactView[] => [
  fact('Zugang der Befragten', [
    'Ein zufälliger Zugangscode je Formular; gespeichert ist nur ein Prüfwert mit geheimem Schlüssel.',
    `Eine Sitzung endet nach ${idleMinutes} Minuten ohne Anfrage, spätestens nach ${longestHours} Stunden.`,
  ]),
  fact('Zugang der Mitarbeitenden', [
    'Konto mit Kennwort (scrypt) und zweitem Faktor (TOTP); Versuche sind begrenzt und werden gezählt.',
    `Eine Sitzung endet nach ${staffIdleMinutes} Minuten ohne Anfrage, spätestens nach ${staffLongestHours} Stunden.`,
  ]),
  fact(
    'Rollen und Rechte',
    roleNames.map(([role, name]) => {
      const count = setUp.accounts.find((one) => one.role === role)?.count ?? 0
      return `${name} (${count === 1 ? '1 Konto' : `${count} Konten`}): ${mayDo(role)}.`
    }),
  ),
  fact('Trennung', [
    'Kontaktdaten liegen von der ersten Eingabe an in einem eigenen Schema und stehen in keiner Auswertung und keinem Export.',
    'Netzadressen werden nicht gespeichert; wo Versuche gezählt werden, steht ein Prüfwert.',
  ]),
  fact('Übertragung', transport(setUp)),
  fact('Datenbank', [
    links[databaseLink(setUp.config.databaseUrl)],
    ...copyWords(setUp.config.databaseReadUrl),
    roleWords(setUp.standing),
  ]),
  fact('Verfügbarkeit und Sicherung', backupLines(setUp)),
  fact('Nachvollziehbarkeit', [
    'Abgaben, Änderungen und Protokoll werden nur ergänzt; die Datenbank lässt nichts anderes zu als vermerkte Löschungen.',
    'Protokolliert sind Anmeldungen, Downloads mit Hashwert, Löschungen, Berichtigungen, Einschränkungen und Sicherungen, mit Nummern statt Namen.',
  ]),
  fact('Berichtigen und einschränken', [
    'Auf Verlangen (Artikel 16): abgesendete Texte als neue Fassung, die das sagt; Entwurf und Kontaktdaten an ihrer Stelle.',
    'Auf Verlangen (Artikel 18): Texte, Kontaktdaten oder ganze Bögen bleiben gespeichert und fehlen in jeder Datei und Auswertung, ' +
      'bis es aufgehoben wird und die Person das vorher weiß.',
  ]),
  fact('Löschen', [
    'Abgelaufenes jede Nacht von selbst; auf Verlangen (Artikel 17) mit Vorschau und Zustimmung einer zweiten Person.',
    `Zuletzt nach Fristen gelöscht: ${setUp.lastRun === undefined ? 'noch nie' : dayAndTime(setUp.lastRun)}.`,
  ]),
]

const copies: typeof links = {
  own: '',
  local: 'auf demselben Rechner',
  encrypted: 'auf einem anderen Rechner, verschlüsselt verbunden',
  open: 'auf einem anderen Rechner; Verschlüsselung ist nicht verlangt',
}

/** A copy holds all that the database does, and is told of like it. */
const copyWords = (url: string | undefined): string[] =>
  url === undefined
    ? []
    : [`Auswertungen und Exporte lesen aus einer Kopie der Datenbank ${copies[databaseLink(url)]}.`]

/** Which of both is the case, as the catalogue of the database has it. */
function roleWords({ role, isOwner, excess }: SetUp['standing']): string {
  if (isOwner)
    return `Das Programm arbeitet mit der Rolle „${role}“, der die Tabellen gehören; es könnte auch ändern, was nur ergänzt werden soll.`
  return excess.length > 0
    ? `Das Programm arbeitet mit einer eigenen Rolle („${role}“), der die Tabellen nicht gehören, die aber mehr darf als nötig.`
    : `Das Programm arbeitet mit einer eigenen Rolle („${role}“). Sie kann keine Tabelle ändern oder löschen, keinen Auslöser abschalten ` +
        'und im Protokoll nur ergänzen; die Tabellen gehören einer anderen.'
}

function transport({ config: { secureCookies, publicUrl, trustProxy } }: SetUp): string[] {
  const proxy = trustProxy.length === 0 ? 'keine angegeben' : trustProxy.join(', ')
  return [
    secureCookies ? `Verschlüsselt (https): ${publicUrl}.` : 'Keine https-Adresse angegeben.',
    `Vorgeschaltete Rechner: ${proxy}.`,
    'Alle Bestandteile der Seiten kommen von diesem Server; eine Sicherheitsrichtlinie (CSP) verbietet anderes.',
  ]
}

function backupLines({ config: { nightlyBackup, backupPassphrase }, backups: { madeAt, verifiedAt } }: SetUp) {
  const kind = backupPassphrase === undefined ? 'unverschlüsselt' : 'verschlüsselt'
  return [
    nightlyBackup
      ? `Jede Nacht eine Sicherung, ${kind}; aufbewahrt werden je eine von 7 Tagen, 4 Wochen und 12 Monaten.`
      : 'Keine nächtliche Sicherung durch Stichtag.',
    `Letzte Sicherung: ${madeAt === null ? 'keine' : dayAndTime(madeAt)}; zuletzt geprüft: ${verifiedAt === null ? 'nie' : dayAndTime(verifiedAt)}.`,
    'Wird eine Sicherung eingespielt, löscht der Server vor der ersten Anfrage noch einmal, was gelöscht war und was abgelaufen ist; Einschränkungen gelten wieder.',
  ]
}
