/** What a question offers those who do not know: a box to tick, and a field for persons without information, by its label. */
export interface Offered {
  box: boolean
  /** Or ''. */
  field: string
}

export const nothingOffered: Offered = { box: false, field: '' }

/** What to do where a text only says that there is nothing to say, without the full stop. No advice names what is not there. */
export function adviceForUnknown({ box, field }: Offered): string {
  if (box)
    return 'Ist die Information nicht vorhanden, kreuzen Sie bitte „liegt nicht vor“ an oder lassen Sie das Feld leer'
  if (field !== '')
    return `Personen, zu denen Ihnen die Angabe fehlt, zählen Sie bitte im Feld „${field}“, oder lassen Sie dieses Feld leer`
  return 'Ist die Information nicht vorhanden, lassen Sie das Feld bitte leer'
}
