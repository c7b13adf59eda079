import {
  countingHref,
  countingSaveHref,
  ownFileHref,
  ownFileSaveHref,
  type Place,
  tableHref,
  tableSaveHref,
} from './addresses.ts'

/** Where answers come from that are looked at before they are taken over. */
export interface Origin {
  /** The page that they come from. */
  heading: string
  href: (place: Place) => string
  saveHref: (place: Place) => string
  savePath: string
  words: OriginWords
}

/** What is said of them. */
export interface OriginWords {
  /** Nothing would change. */
  nothing: string
  /** Of what was changed on both sides. */
  both: string
  since: string
  wins: string
  column: string
  /** What was not changed there since, and what is blank there. */
  newer: string
  blank: string
  again: string
}

export const fromFile: Origin = {
  heading: 'Als Datei ausfüllen',
  href: ownFileHref,
  saveHref: ownFileSaveHref,
  savePath: '/eigene-datei/uebernehmen',
  words: {
    nothing: 'Die Datei ändert nichts.',
    both: 'In der Datei und im Fragebogen geändert',
    since:
      'Seit Sie die Datei heruntergeladen haben, hat sich im Fragebogen dies geändert. In der Datei steht etwas anderes.',
    wins: 'Überall gilt die Datei.',
    column: 'in der Datei',
    newer: 'Seit dem Herunterladen im Fragebogen geändert, in der Datei nicht: bleibt',
    blank: 'In der Datei leer, im Fragebogen ausgefüllt: bleibt',
    again: 'Andere Datei',
  },
}

export const fromCounting: Origin = {
  heading: 'Aus einer Liste zählen',
  href: countingHref,
  saveHref: countingSaveHref,
  savePath: '/auszaehlen/uebernehmen',
  words: {
    nothing: 'Die Zählung ändert nichts.',
    both: 'Gezählt und im Fragebogen geändert',
    since:
      'Seit Sie die Seite zum Zählen geöffnet haben, hat sich im Fragebogen dies geändert. Gezählt ist etwas anderes.',
    wins: 'Überall gilt die Zählung.',
    column: 'gezählt',
    newer: 'Seit dem Öffnen der Seite im Fragebogen geändert, gezählt wie vorher: bleibt',
    blank: 'Nicht gezählt, im Fragebogen ausgefüllt: bleibt',
    again: 'Noch einmal zählen',
  },
}

export const fromTable: Origin = {
  heading: 'Auswertung aus Ihrem Fachverfahren',
  href: tableHref,
  saveHref: tableSaveHref,
  savePath: '/auswertung/uebernehmen',
  words: {
    nothing: 'Die Auswertung ändert nichts.',
    both: 'In der Auswertung und im Fragebogen geändert',
    since: 'Seit Sie die Auswertung hochgeladen haben, hat sich im Fragebogen dies geändert.',
    wins: 'Überall gilt die Auswertung.',
    column: 'in der Auswertung',
    newer: 'Seit dem Hochladen im Fragebogen geändert, in der Auswertung nicht: bleibt',
    blank: 'In der Auswertung leer, im Fragebogen ausgefüllt: bleibt',
    again: 'Andere Auswertung',
  },
}
