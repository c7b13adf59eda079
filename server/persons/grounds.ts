/** The grounds of Art. 17 (1) GDPR on which somebody may demand erasure, by their letter. */
export const grounds = {
  a: 'der Zweck ist entfallen',
  b: 'die Einwilligung ist widerrufen',
  c: 'es wurde Widerspruch eingelegt',
  d: 'die Verarbeitung war unrechtmäßig',
  e: 'eine Rechtspflicht verlangt die Löschung',
  f: 'die Daten eines Kindes wurden im Internet erhoben',
} as const

export type Ground = keyof typeof grounds

export const isGround = (text: string): text is Ground => Object.hasOwn(grounds, text)

export const groundText = (ground: Ground): string => `Art. 17 Absatz 1 Buchstabe ${ground} DSGVO`

/** The grounds of Art. 17 (3) GDPR on which an erasure is refused, by their letter. */
export const refusals = {
  a: 'freie Meinungsäußerung und Information',
  b: 'eine Rechtspflicht oder eine Aufgabe im öffentlichen Interesse verlangt die Daten',
  c: 'öffentliche Gesundheit',
  d: 'Archiv, Forschung oder Statistik würde sonst unmöglich oder ernsthaft beeinträchtigt',
  e: 'die Daten werden für Rechtsansprüche gebraucht',
} as const

export type RefusalLetter = keyof typeof refusals

export const isRefusal = (text: string): text is RefusalLetter => Object.hasOwn(refusals, text)

export const refusalText = (letter: RefusalLetter): string => `Art. 17 Absatz 3 Buchstabe ${letter} DSGVO`
