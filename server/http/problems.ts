/** What can go wrong for a person: status, heading, and what to do. Said here and nowhere else. */
export const problems = {
  notFound: {
    status: 404,
    heading: 'Diese Seite gibt es nicht',
    paragraphs: ['Bitte prüfen Sie die Adresse, oder beginnen Sie auf der Startseite.'],
  },
  wrongMethod: {
    status: 405,
    heading: 'So lässt sich diese Seite nicht aufrufen',
    paragraphs: [
      'Sie lässt sich ansehen, und ihre Formulare lassen sich absenden. Etwas anderes nimmt sie nicht an, und es wurde nichts geändert.',
    ],
  },
  badAddress: {
    status: 400,
    heading: 'Diese Adresse lässt sich nicht lesen',
    paragraphs: ['Bitte prüfen Sie die Adresse, oder beginnen Sie auf der Startseite.'],
  },
  brokenRequest: {
    status: 400,
    heading: 'Diese Anfrage lässt sich nicht lesen',
    paragraphs: ['Bitte laden Sie die Seite neu, oder beginnen Sie auf der Startseite. Es wurde nichts geändert.'],
  },
  tooSlow: {
    status: 408,
    heading: 'Die Anfrage kam nicht vollständig an',
    paragraphs: [
      'Die Verbindung war zu langsam oder unterbrochen. Es wurde nichts geändert.',
      'Bitte gehen Sie im Browser zurück und senden Sie noch einmal.',
    ],
  },
  tooLargeHead: {
    status: 431,
    heading: 'Ihr Browser schickt zu viele Angaben mit',
    paragraphs: [
      'Meist sind es sehr viele Cookies oder eine sehr lange Adresse. Es wurde nichts geändert.',
      'Bitte prüfen Sie die Adresse, oder löschen Sie die Cookies dieser Website und melden Sie sich neu an.',
    ],
  },
  badCharacters: {
    status: 400,
    heading: 'Ein Zeichen in Ihrer Eingabe lässt sich nicht verwenden',
    paragraphs: [
      'Namen, Kürzel und Codes können keine unsichtbaren Steuerzeichen enthalten. Sie geraten beim Kopieren aus anderen Programmen in den Text.',
      'Bitte gehen Sie im Browser zurück und tippen Sie die Eingabe von Hand. Es wurde nichts geändert.',
    ],
  },
  badForm: {
    status: 400,
    heading: 'Das Formular kam nicht so an, wie wir es ausgegeben haben',
    paragraphs: [
      'Bitte gehen Sie im Browser zurück, laden Sie die Seite neu und speichern Sie noch einmal. Es wurde nichts geändert.',
    ],
  },
  foreignPost: {
    status: 403,
    heading: 'Das Formular ist nicht mehr gültig',
    paragraphs: [
      'Die Seite war sehr lange geöffnet, oder Ihr Browser nimmt keine Cookies an. Es wurde nichts geändert.',
      'Bitte gehen Sie im Browser zurück, laden Sie die Seite neu und senden Sie noch einmal.',
    ],
  },
  uploadGone: {
    status: 404,
    heading: 'Diese Datei liegt nicht mehr vor',
    paragraphs: [
      'Eine hochgeladene Datei wartet eine Stunde darauf, eingelesen zu werden; danach, oder mit der nächsten Datei, wird sie gelöscht.',
      'Bitte laden Sie sie noch einmal hoch.',
    ],
  },
  notAllowed: {
    status: 403,
    heading: 'Diese Seite gehört nicht zu Ihrer Rolle',
    paragraphs: ['Ihr Konto hat das Recht für diese Seite nicht. Rollen vergibt die Administration.'],
  },
  tooLarge: {
    status: 413,
    heading: 'Das ist zu viel auf einmal',
    paragraphs: ['Bitte gehen Sie im Browser zurück und kürzen Sie lange Texte. Es wurde nichts geändert.'],
  },
  busy: {
    status: 503,
    heading: 'Gerade ist sehr viel los',
    paragraphs: ['Bitte versuchen Sie es in einer Minute noch einmal. Was gespeichert war, ist gespeichert.'],
  },
  queueFull: {
    status: 503,
    heading: 'Gerade wird sehr viel berechnet',
    paragraphs: [
      'Es warten schon viele Dokumente oder Auswertungen. Diese Seite versucht es von selbst noch einmal.',
      'Was gespeichert war, ist gespeichert.',
    ],
  },
  computationGone: {
    status: 404,
    heading: 'Diese Berechnung liegt nicht mehr vor',
    paragraphs: [
      'Ergebnisse warten eine Viertelstunde. Bitte fordern Sie die Datei oder die Auswertung noch einmal an.',
    ],
  },
  databaseAway: {
    status: 503,
    heading: 'Die Datenbank antwortet gerade nicht',
    paragraphs: [
      'Verloren ist nichts: Was als gespeichert angezeigt wurde, ist gespeichert.',
      'Bitte lassen Sie die Seite offen. Meist geht es nach einigen Augenblicken weiter.',
    ],
  },
  partAway: {
    status: 503,
    heading: 'Ein Teil der Daten ist gerade nicht zu erreichen',
    paragraphs: [
      'Die Daten liegen auf mehreren Servern, und einer davon antwortet nicht. Zahlen ohne seinen Teil wären falsch; deshalb zeigen wir keine.',
      'Verloren ist nichts. Bitte lassen Sie die Seite offen: Sie versucht es von selbst noch einmal.',
    ],
  },
  notDurable: {
    status: 503,
    heading: 'Zurzeit lässt sich nichts speichern',
    paragraphs: [
      'Die Datenbank schreibt gerade nicht so sicher, wie sie soll. Deshalb nehmen wir vorübergehend nichts an.',
      'Verloren ist nichts: Was als gespeichert angezeigt wurde, ist gespeichert. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    ],
  },
  failure: {
    status: 500,
    heading: 'Hier ist etwas schiefgegangen',
    paragraphs: [
      'Das liegt nicht an Ihnen. Was als gespeichert angezeigt wurde, ist gespeichert.',
      'Bitte versuchen Sie es noch einmal. Bleibt der Fehler, wenden Sie sich an die Ansprechperson der Erhebung.',
    ],
  },
} as const satisfies Record<string, { status: number; heading: string; paragraphs: readonly string[] }>

export type ProblemCode = keyof typeof problems
