import { hasRight, type Right, type Role, rights, roles } from '../../../../domain/rights.ts'

const words: Record<Right, string> = {
  'account.own': 'das eigene Konto verwalten',
  'wave.read': 'den Rücklauf sehen',
  'field.read': 'sehen, wer geantwortet hat, dazu Anschriften und Notizen',
  'kreis.read': 'sehen, wo die Kommunen und Personen eines Kreises stehen, ohne Antworten und Anschriften',
  'kreis.report':
    'den Bericht eines Kreises lesen und darin eigene Absätze schreiben, aus Summen, die niemanden verraten',
  'kreis.remind': 'die eigenen Kommunen und Personen erinnern',
  'field.manage': 'Gespräche vermerken, Fristen verlängern, anschreiben, erinnern und Zugangscodes ersetzen',
  'answers.read': 'einzelne Antworten ansehen; jeder Blick steht im Protokoll',
  'answers.amend': 'einen anderen Wert als den angegebenen verwenden lassen, mit Grund; der angegebene bleibt stehen',
  'paper.enter': 'Antworten auf Papier abtippen und Scans davon ablegen, herunterladen und löschen',
  'paper.settle': 'entscheiden, was auf einem Papierbogen steht, den zwei Konten abgetippt haben, und ihn absenden',
  'texts.code': 'lesen, was in eigenen Worten geschrieben wurde, es ordnen und zur Veröffentlichung vorschlagen',
  'texts.manage': 'Texte aus Dateien einlesen und zurücknehmen',
  'texts.release': 'der Veröffentlichung einzelner Texte zustimmen',
  'query.manage': 'zu einzelnen Antworten zurückfragen und Rückfragen abschließen',
  'figures.read': 'Zahlen eines Jahres auf ihrem Weg nach oben sehen, auch die einzelner Personen',
  'figures.sign': 'eigene Zahlen von Zuwendungsempfängern angeben und Zahlen freigeben',
  'wave.manage': 'Erhebungen anlegen, öffnen und schließen',
  'register.manage': 'Verzeichnis und Anschriften pflegen',
  'qualification.read': 'Tabellen zur Qualifikation der Integrationsmanager/-innen ansehen, ohne kleine Zahlen',
  'approval.decide': 'dem zustimmen, was alle erreicht',
  'operator.read': 'die Angaben zum Betreiber sehen',
  'answers.export': 'Antworten einzelner Kommunen und Personen herunterladen',
  'answers.archive': 'alles zu einer Erhebung als Paket für ein Archiv herunterladen',
  'admindata.read': 'Verwaltungsdaten sehen',
  'admindata.manage': 'Verwaltungsdaten einlesen und zurücknehmen',
  'panel.read': 'Auswertungen sehen, in denen niemand zu erkennen ist',
  'changes.read': 'sehen, was Korrekturen an den Summen ausmachen',
  'audit.read': 'das Protokoll lesen',
  'person.manage': 'Angaben zu einer Person suchen, berichtigen, einschränken und löschen',
  'privacy.read': 'Fristen und dieses Verzeichnis lesen',
  'privacy.manage': 'festhalten, was ein Archiv übernimmt',
  'account.manage': 'Konten anlegen und sperren',
}

/** What a role may do, in words. */
export const mayDo = (role: Role): string =>
  (Object.keys(rights) as Right[])
    .filter((right) => hasRight(role, right))
    .map((right) => words[right])
    .join('; ')

export const roleNames = Object.entries(roles) as [Role, string][]
