/** A code, the word that stands for it in files and commands, and what people read. */
interface Ground {
  word: string
  label: string
}

/** Why a value is used that is not the one given. A code never changes. */
export const amendmentReasons = {
  typing: { word: 'Tippfehler', label: 'Tippfehler' },
  unit: { word: 'Einheit', label: 'falsche Einheit' },
  field: { word: 'Feld', label: 'in das falsche Feld eingetragen' },
  understood: { word: 'Verständnis', label: 'Frage anders verstanden' },
  counted: { word: 'Zählung', label: 'doppelt oder nicht gezählt' },
  later: { word: 'Nachmeldung', label: 'nachträglich mitgeteilt' },
  other: { word: 'Sonstiges', label: 'anderer Grund' },
} as const satisfies Record<string, Ground>

export type AmendmentReason = keyof typeof amendmentReasons

/** From where the office knows it. */
export const amendmentSources = {
  call: { word: 'Telefon', label: 'Gespräch am Telefon' },
  mail: { word: 'Schreiben', label: 'Schreiben oder E-Mail' },
  register: { word: 'Register', label: 'amtliche Zahl' },
  plausibility: { word: 'Plausibilität', label: 'Vergleich der Angaben' },
} as const satisfies Record<string, Ground>

export type AmendmentSource = keyof typeof amendmentSources

/** The code that a word, a label or the code itself stands for, however it is written. */
function codeOf<Code extends string>(grounds: Readonly<Record<Code, Ground>>, typed: string): Code | undefined {
  const plain = typed.trim().toLowerCase()
  const codes = Object.keys(grounds) as Code[]
  return codes.find((code) =>
    [code, grounds[code].word, grounds[code].label].some((one) => one.toLowerCase() === plain),
  )
}

export const reasonOf = (typed: string): AmendmentReason | undefined => codeOf(amendmentReasons, typed)
export const sourceOf = (typed: string): AmendmentSource | undefined => codeOf(amendmentSources, typed)

const words = (grounds: Readonly<Record<string, Ground>>) =>
  Object.values(grounds)
    .map(({ word }) => word)
    .join(', ')
export const reasonWords = words(amendmentReasons)
export const sourceWords = words(amendmentSources)
