import type { Refusal } from '../../analysis/sources/source.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import type { OfficialKreis } from './read-official.ts'
import type { KreisRow } from './read-registry.ts'

/** The Kreise that a directory calls otherwise from a day on. One that is not known is told of with its Kommunen. */
export function planKreise(
  known: readonly KreisRow[],
  named: readonly OfficialKreis[],
  from: string,
): { rows: KreisRow[]; problems: Refusal[] } {
  const rows: KreisRow[] = []
  const problems: Refusal[] = []
  // A Kreis that stands there twice counts as it stands first.
  const first = named.filter((one, place) => named.findIndex(({ kreis }) => kreis === one.kreis) === place)
  for (const { line, kreis, name } of first) {
    const before = known.find((one) => one.kreis === kreis && one.valid_to === null)
    if (before === undefined || before.name === name) continue
    const later = known.find((one) => one.kreis === kreis && isAfter(one, from))
    if (later === undefined) rows.push({ ...before, name, valid_from: from })
    else problems.push({ line, sentence: knownLater(kreis, later, from) })
  }
  return { rows, problems }
}

/** It begins after a day, or ended on it or later. */
const isAfter = ({ valid_from, valid_to }: KreisRow, from: string) =>
  valid_from > from || (valid_from !== from && valid_to !== null && valid_to >= from)

const knownLater = (kreis: string, { valid_from, valid_to }: KreisRow, from: string) =>
  `Der Kreis ${kreis} hat im Verzeichnis schon eine Fassung ${
    valid_to === null ? `ab ${formatDate(valid_from)}` : `bis ${formatDate(valid_to)}`
  }, also nach dem ${formatDate(from)}. Bitte nennen Sie einen späteren Tag, oder nehmen Sie zuerst jene Datei zurück.`
