/** Why a value is used that is not the one given. A code never changes. */
export const amendmentReasons = {
  typing: 'Tippfehler',
  unit: 'falsche Einheit',
  field: 'in das falsche Feld eingetragen',
  understood: 'Frage anders verstanden',
  counted: 'doppelt oder nicht gezählt',
  later: 'nachträglich mitgeteilt',
  other: 'anderer Grund',
} as const

export type AmendmentReason = keyof typeof amendmentReasons

export const isAmendmentReason = (text: string): text is AmendmentReason => Object.hasOwn(amendmentReasons, text)

/** From where the office knows it. */
export const amendmentSources = {
  call: 'Gespräch am Telefon',
  mail: 'Schreiben oder E-Mail',
  register: 'amtliche Zahl',
  plausibility: 'Vergleich der Angaben',
} as const

export type AmendmentSource = keyof typeof amendmentSources

export const isAmendmentSource = (text: string): text is AmendmentSource => Object.hasOwn(amendmentSources, text)
