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
  zuwendungsempfaenger: { one: 'Zuwendungsempfänger', many: 'Zuwendungsempfänger', key: 'empfaenger', name: 'kreis' },
  verbund: { one: 'Antragsverbund', many: 'Antragsverbünde', key: 'verbund', name: 'kreis' },
  kreis: { one: 'Stadt- oder Landkreis', many: 'Stadt- und Landkreise', key: 'kreis', name: 'kreisname' },
} as const satisfies Record<UnitKind, Named>

interface Named {
  one: string
  many: string
  key: string
  name: string
  /** Those who write no key of their own have none. */
  type?: VariableType
}

/** Whether a wave can ask them: it keeps each participant as a Kommune or as the number of a person. */
export const canBeAsked = (unit: UnitKind): boolean => unit === 'gemeinde' || unit === 'integrationsmanager'

/** The type of the variable in which a unit writes its own key. */
export const ownType = (unit: UnitKind): VariableType | undefined => (unitKinds[unit] as Named).type

/** The variable in which whoever answers writes the own key or number. */
export function ownField({ unit, variables }: Instrument): string | undefined {
  const own = ownType(unit)
  return variables.find(({ type }) => type === own)?.name
}
