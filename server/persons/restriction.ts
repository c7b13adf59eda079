/** What a restriction of processing marks: one text, the contact data of a form, or the whole form of a person. */
export type Extent = 'text' | 'contact' | 'form'

/** The grounds of Art. 18 (1) GDPR on which somebody may demand it, by their letter. */
export const restrictionGrounds = {
  a: 'die Richtigkeit ist bestritten und wird geprüft',
  b: 'die Verarbeitung ist unrechtmäßig, die Person will statt der Löschung die Einschränkung',
  c: 'die Person braucht die Daten für Rechtsansprüche',
  d: 'es wurde Widerspruch eingelegt, die Prüfung läuft',
} as const

export type RestrictionGround = keyof typeof restrictionGrounds

export const isRestrictionGround = (text: string): text is RestrictionGround => Object.hasOwn(restrictionGrounds, text)

export const restrictionText = (ground: RestrictionGround): string => `Art. 18 Absatz 1 Buchstabe ${ground} DSGVO`
