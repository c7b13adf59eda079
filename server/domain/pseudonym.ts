/** What the name of somebody begins with who was asked as a person, once nothing leads back to the number any more. */
export const pseudonymStart = 'ohne-'

export const isPseudonym = (unit: string): boolean => unit.startsWith(pseudonymStart)

/** Where such answers stand beside those of a Kreis or Verbund. */
export const withoutOrigin = 'ohne Herkunft'
