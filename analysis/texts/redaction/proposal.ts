/** What is found, and what stands for it in a released text. */
export const replacements = {
  kommune: '[Name der Kommune]',
  landkreis: '[Name des Landkreises]',
  kreis: '[Name des Kreises]',
  name: '[Name]',
  mail: '[E-Mail-Adresse]',
  phone: '[Telefonnummer]',
  number: '[Nummer]',
  web: '[Internetadresse]',
} as const

export type RedactionKind = keyof typeof replacements

export interface Span {
  start: number
  /** The first character that no longer belongs to it. */
  end: number
}

/** A part of a text that may tell whom it is from. */
export interface Proposal extends Span {
  kind: RedactionKind
  replacement: string
  /** Whether it certainly is such a name; what is not, somebody has to decide. */
  certain: boolean
  /** A sentence that says why it is proposed or asked about. */
  why: string
}

export const proposal = (span: Span, kind: RedactionKind, certain: boolean, why: string): Proposal => ({
  start: span.start,
  end: span.end,
  kind,
  replacement: replacements[kind],
  certain,
  why,
})
