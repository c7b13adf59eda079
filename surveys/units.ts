import type { Instrument } from './instrument.ts'

export type UnitKind = Instrument['unit']

/** Who answers once, in words and as columns of files: the key, and the name beside it. */
export const units = {
  gemeinde: { one: 'Kommune', many: 'Kommunen', key: 'gkz', name: 'kommune' },
  integrationsmanager: {
    one: 'Integrationsmanager/-in',
    many: 'Integrationsmanager/-innen',
    key: 'im_nummer',
    name: 'verbund',
  },
} as const satisfies Record<UnitKind, { one: string; many: string; key: string; name: string }>

/** The variable in which whoever answers writes the own key or number. */
export function ownField({ unit, variables }: Instrument): string | undefined {
  const own: string = unit === 'gemeinde' ? 'gkz' : 'im_number'
  return variables.find(({ type }) => type === own)?.name
}
