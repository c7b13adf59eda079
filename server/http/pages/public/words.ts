import type { Address, Office } from '../../../../schemas/operator.ts'
import type { FactView, OfficeView } from '../../../../views/page-data/operator-pages.ts'

/** What stands on a public page while nobody has said it. The staff's page names it, and no real wave is opened. */
export const notYet = 'noch nicht angegeben'

export function addressLines({ extra, street, postalCode, city }: Address): string[] {
  return [...(extra === undefined ? [] : [extra]), street, `${postalCode} ${city}`]
}

export function officeView({ name, address, phone = '', mail = '', web = '' }: Office): OfficeView {
  return { name, lines: address === undefined ? [] : addressLines(address), phone, mail, web }
}

/** A fact that has to stand there. */
export const fact = (label: string, value: string | readonly string[] | undefined): FactView => ({
  label,
  lines: value === undefined ? [notYet] : [value].flat(),
})

/** A fact that stands there where there is one; null says that there is none. */
export function factIfAny<T>(label: string, value: T | null | undefined, lines: (value: T) => string[]): FactView[] {
  if (value === null) return []
  return [fact(label, value === undefined ? undefined : lines(value))]
}

export const officeLines = ({ name, address }: Office): string[] => [
  name,
  ...(address === undefined ? [] : addressLines(address)),
]
