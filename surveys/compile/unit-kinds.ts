import type { VariableType } from '../types/index.ts'
import type { Instrument } from './instrument.ts'

export type UnitKind = Instrument['unit']

/** Who answers once: in words, as columns of files (the key, and the name beside it), and as the type of the own variable. */
export const unitKinds = {
  gemeinde: {
    one: 'Kommune',
    none: 'keine Kommune',
    many: 'Kommunen',
    ofMany: 'Kommunen',
    key: 'gkz',
    name: 'kommune',
    type: 'gkz',
    keys: 'GKZ',
  },
  integrationsmanager: {
    one: 'Integrationsmanager/-in',
    none: 'keine Integrationsmanager/-in',
    many: 'Integrationsmanager/-innen',
    ofMany: 'Integrationsmanager/-innen',
    key: 'im_nummer',
    name: 'verbund',
    type: 'im_number',
    keys: 'IM-Nummern',
  },
  zuwendungsempfaenger: {
    one: 'Zuwendungsempfänger',
    none: 'kein Zuwendungsempfänger',
    many: 'Zuwendungsempfänger',
    ofMany: 'Zuwendungsempfängern',
    key: 'empfaenger',
    name: 'empfaengername',
    keys: 'Kennungen',
  },
  verbund: {
    one: 'Antragsverbund',
    none: 'kein Antragsverbund',
    many: 'Antragsverbünde',
    ofMany: 'Antragsverbünden',
    key: 'verbund',
    name: 'verbundname',
    keys: 'Nummern',
  },
  kreis: {
    one: 'Stadt- oder Landkreis',
    none: 'kein Stadt- oder Landkreis',
    many: 'Stadt- und Landkreise',
    ofMany: 'Stadt- und Landkreisen',
    key: 'kreis',
    name: 'kreisname',
    keys: 'Schlüssel',
  },
} as const satisfies Record<UnitKind, Named>

interface Named {
  one: string
  none: string
  many: string
  /** `3 von 44 Stadt- und Landkreisen` */
  ofMany: string
  key: string
  name: string
  /** How people call the keys. */
  keys: string
  /** Those who write no key of their own have none. */
  type?: VariableType
}

/** The type of the variable in which a unit writes its own key. */
export const ownType = (unit: UnitKind): VariableType | undefined => (unitKinds[unit] as Named).type

/** The variable in which whoever answers writes the own key or number. */
export function ownField({ unit, variables }: Instrument): string | undefined {
  const own = ownType(unit)
  return variables.find(({ type }) => type === own)?.name
}
