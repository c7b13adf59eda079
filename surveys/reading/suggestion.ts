/** A text that was surely meant, to be entered with one press. */
export interface Suggestion {
  value: string
  label: string
}

export const takingOver = (value: string): Suggestion => ({ value, label: `${value} übernehmen` })
