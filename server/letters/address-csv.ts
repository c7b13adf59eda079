import Papa from 'papaparse'
import { type UnitKind, unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Config } from '../boot/config.ts'
import type { Receiver } from './receiver.ts'
import { entryAddress, linkWithCode } from './sender.ts'

interface Listing {
  config: Config
  unit: UnitKind
  frist: string
  /** None where the codes stand in a file of their own. */
  codes: ReadonlyMap<number, string> | undefined
}

/** For one's own mail merge: the columns that there always were, then those that were added. */
export function addressCsv({ config, unit: kind, frist, codes }: Listing, receivers: readonly Receiver[]): string {
  const { key, name: nameColumn } = unitKinds[kind]
  // `empfaenger` is to whom the letter goes.
  const keyColumn = key === 'empfaenger' ? 'kennung' : key
  const rows = receivers.map(({ id, unit, name, address, frist: own }) => {
    const code = codes?.get(id) ?? ''
    return {
      [keyColumn]: unit,
      [nameColumn]: name,
      ...(codes === undefined ? {} : { zugangscode: code }),
      link: entryAddress(config),
      ...(codes === undefined ? {} : { link_mit_code: linkWithCode(config, code) }),
      frist: own ?? frist,
      empfaenger: address?.recipient ?? '',
      ansprechperson: address?.person ?? '',
      strasse: address?.street ?? '',
      plz: address?.postcode ?? '',
      ort: address?.place ?? '',
    }
  })
  return `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`
}
