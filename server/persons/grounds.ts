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
