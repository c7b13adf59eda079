/** Who carries out the Integrationsmanagement for a Kommune: itself, its Landkreis, or others together with it. */
export const carriers = {
  self: 'selbst',
  kreis: 'der Landkreis',
  verbund: 'ein Antragsverbund',
} as const

export type Carrier = keyof typeof carriers

/**
 * An Antragsverbund whose number is that of a Kreis and three zeros is the Landkreis; a Stadtkreis has that number too, and is
 * a Kommune. Whoever belongs to none, or is the only one in its own, keeps the task.
 */
export function carrierOf({
  gkz,
  verbund,
  members,
}: {
  gkz: string | null
  verbund: string | null
  members: number
}): Carrier {
  if (verbund === null || (verbund === gkz && members <= 1)) return 'self'
  return verbund.endsWith('000') && verbund !== gkz ? 'kreis' : 'verbund'
}
