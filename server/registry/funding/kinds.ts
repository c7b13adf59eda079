/** Who may receive the grant for Integrationsmanagement. */
export const recipientKinds = {
  gemeinde: 'Gemeinde',
  stadt: 'Stadt',
  kreis: 'Stadt- oder Landkreis',
  verbund: 'Verbund',
} as const

export type RecipientKind = keyof typeof recipientKinds

export const isRecipientKind = (text: string): text is RecipientKind => Object.hasOwn(recipientKinds, text)

/** The last day on which others than Kreise may receive it (VwV Integrationsmanagement 2023; Leitfaden II.2). */
export const lastDayOfAllKinds = '2024-12-31'

/** Who carries out the Integrationsmanagement of a Kommune. */
export const providers = {
  selbst: 'die eigene Verwaltung',
  kommune: 'eine andere Kommune',
  verbund: 'ein Verbund',
  kreis: 'der Kreis',
  frei: 'ein freier Träger',
} as const

export type Provider = keyof typeof providers

export const isProvider = (text: string): text is Provider => Object.hasOwn(providers, text)
