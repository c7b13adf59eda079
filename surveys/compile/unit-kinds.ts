import type { VariableType } from '../types/index.ts'
import type { Instrument } from './instrument.ts'

export type UnitKind = Instrument['unit']

/** Who answers once: in words, as columns of files (the key, and the name beside it), and as the type of the own variable. */
export const unitKinds = {
  gemeinde: { one: 'Kommune', many: 'Kommunen', key: 'gkz', name: 'kommune', type: 'gkz' },
  integrationsmanager: {
    one: 'Integrationsmanager/-in',
    many: 'Integrationsmanager/-innen',
    key: 'im_nummer',
    name: 'verbund',
    type: 'im_number',
  },
} as const satisfies Record<UnitKind, { one: string; many: string; key: string; name: string; type: VariableType }>

/** The variable in which whoever answers writes the own key or number. */
export function ownField({ unit, variables }: Instrument): string | undefined {
  return variables.find(({ type }) => type === unitKinds[unit].type)?.name
}
