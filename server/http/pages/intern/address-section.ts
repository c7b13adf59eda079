import type { RegisterUnitPage } from '../../../../views/page-data/register-pages.ts'
import { dayOfTime } from '../../../domain/german-time.ts'
import { type Address, type AddressField, addressFieldNames, addressFields } from '../../../registry/address.ts'
import { inOneLine } from '../../../registry/address-lines.ts'
import type { KeptAddress } from '../../../store/addresses.ts'
import { unitAddressHref } from './addresses.ts'

/** What was typed, with what is wrong with it. */
export interface AddressInput {
  typed: Omit<Address, 'unit'>
  errors: { field: string; message: string }[]
}

/** How the fields are called in the form. */
export const fieldOf = {
  recipient: 'empfaenger',
  person: 'person',
  street: 'strasse',
  postcode: 'plz',
  place: 'ort',
  mail: 'mail',
  phone: 'telefon',
} as const satisfies Record<AddressField, string>

const hints: Partial<Record<AddressField, string>> = {
  recipient: 'die Behörde, wie sie auf dem Umschlag steht',
  person: 'an wen der Brief geht; leer, wenn es niemand Bestimmtes ist',
}

const attributes: Partial<Record<AddressField, string>> = {
  mail: 'type="email" autocapitalize="none"',
  phone: 'type="tel"',
  postcode: 'inputmode="numeric"',
}

const sources = { file: 'aus einer Liste', survey: 'aus einer Umfrage', office: 'von Hand eingetragen' } as const

/** The address of a unit, what it was before, and the form that changes it. */
export function addressSection(
  unit: string,
  addresses: readonly KeptAddress[],
  name: string,
  input: AddressInput | undefined,
): RegisterUnitPage['address'] {
  const now = addresses.find(({ until }) => until === null)
  const shown: Omit<Address, 'unit'> | undefined = input?.typed ?? now
  const fault = (field: string) => input?.errors.find((one) => one.field === field)?.message ?? ''
  return {
    facts:
      now === undefined
        ? []
        : [
            ...addressFieldNames
              .filter((field) => now[field] !== '')
              .map((field) => ({ label: addressFields[field].label, value: now[field] })),
            { label: 'Herkunft', value: originOf(now) },
          ],
    past: {
      heads: ['Galt', 'Anschrift', 'Herkunft'],
      rows: addresses.flatMap((one) =>
        one.until === null
          ? []
          : [
              [
                { text: `${dayOfTime(one.since)} bis ${dayOfTime(one.until)}` },
                { text: inOneLine(one) },
                { text: originOf(one) },
              ],
            ],
      ),
    },
    form: {
      href: unitAddressHref(unit),
      fields: addressFieldNames.map((field) => ({
        name: fieldOf[field],
        label: addressFields[field].label,
        hint: hints[field] ?? '',
        value: shown?.[field] ?? (field === 'recipient' ? name : ''),
        attributes: attributes[field] ?? '',
        error: fault(fieldOf[field]),
      })),
      mayEnd: now !== undefined,
    },
  }
}

const originOf = ({ source, wave, who, since }: KeptAddress): string =>
  [sources[source], wave, who === null ? '' : `von ${who}`, dayOfTime(since)].filter(Boolean).join(', ')
