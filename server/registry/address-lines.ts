import type { Address } from './address.ts'
import { addressFieldNames, addressFields } from './address.ts'
import type { AddressChanges } from './compare-addresses.ts'

interface Told extends AddressChanges {
  state: 'imported' | 'preview' | 'unchanged' | 'faulty'
  import: number | null
  names: ReadonlyMap<string, string>
}

/** How an address stands on an envelope, in one line. */
export function inOneLine({ recipient, person, street, postcode, place, mail, phone }: Address): string {
  return [recipient, person, street, [postcode, place].filter(Boolean).join(' '), mail, phone]
    .filter(Boolean)
    .join(', ')
}

/** Each address that is new, or changed with what changes. */
export function changeLines({ added, changed, names }: Pick<Told, 'added' | 'changed' | 'names'>): {
  added: string[]
  changed: string[]
} {
  const named = (unit: string) => [unit, names.get(unit)].filter(Boolean).join(' ')
  return {
    added: added.map((one) => `${named(one.unit)}: ${inOneLine(one)}`),
    changed: changed.map(({ before, after }) => {
      const differing = addressFieldNames.filter((field) => before[field] !== after[field])
      const parts = differing.map(
        (field) => `${addressFields[field].label} ${shown(before[field])} → ${shown(after[field])}`,
      )
      return `${named(after.unit)}: ${parts.join('; ')}`
    }),
  }
}

const shown = (text: string) => (text === '' ? '(leer)' : text)

/** What came of a list, for the command line. */
export function addressLines(told: Told): string[] {
  const { state, added, changed, unchanged } = told
  const lines = changeLines(told)
  return [
    ...(state === 'preview' ? ['Vorschau, nichts ist eingelesen.'] : []),
    `Anschriften: ${added.length} neu, ${changed.length} geändert, ${unchanged} unverändert`,
    ...(state === 'preview' ? [...lines.added, ...lines.changed].map((line) => `  ${line}`) : []),
    ...(told.import === null ? [] : [`Zurücknehmen: stichtag registry undo ${told.import}`]),
  ]
}
