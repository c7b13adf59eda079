/** `a`, `a und b`, `a, b und c`; with another word before the last where parts hold an 'und' themselves. */
export function listed(parts: readonly string[], last: 'und' | 'sowie' = 'und'): string {
  const end = parts.at(-1) ?? ''
  return parts.length < 2 ? end : `${parts.slice(0, -1).join(', ')} ${last} ${end}`
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** One line: what people type may hold line breaks and several blanks. */
export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** With a full stop where it ends without a sign of its own. */
export const ended = (text: string): string => (/[.!?…:]["“)]?$/.test(text) ? text : `${text}.`)

const small = [
  'null',
  'eins',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
]

/** In words up to twelve, as in running text. */
export const smallNumber = (value: number): string => small[value] ?? String(value)

export interface Noun {
  one: string
  many: string
  /** How one and none of it are told; without, digits stand before it (`1 Euro`). */
  single?: string
  none?: string
}

export const nouns = {
  person: { one: 'Person', many: 'Personen', single: 'eine Person', none: 'niemand' },
  consultation: { one: 'Beratung', many: 'Beratungen', single: 'eine Beratung', none: 'keine Beratung' },
  plan: {
    one: 'Integrationsplan',
    many: 'Integrationspläne',
    single: 'ein Integrationsplan',
    none: 'kein Integrationsplan',
  },
  /** As it stands behind 'in'. */
  inKommune: { one: 'Kommune', many: 'Kommunen', single: 'einer Kommune', none: 'keiner Kommune' },
  vzae: { one: 'VZÄ', many: 'VZÄ' },
  euro: { one: 'Euro', many: 'Euro' },
} as const satisfies Record<string, Noun>
