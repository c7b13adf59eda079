import type { Class } from '../../../analysis/anonymity/classes.ts'
import type { DescribedColumn } from '../../../surveys/codebook/described-column.ts'

/** What a file for science has instead of key, name and Kreis. */
export function sufColumns(classes: readonly Class[], isKommune: boolean): DescribedColumn[] {
  const kinds = (of: readonly { code: string; label: string }[]) =>
    [...new Map(of.map(({ code, label }) => [code, { code, label }])).values()].sort((a, b) =>
      a.code < b.code ? -1 : 1,
    )
  return [
    { name: 'suf_zeile', label: 'Gezogene Nummer der Zeile, gilt für diesen Datenstand', type: 'code' },
    {
      name: 'suf_region',
      label: isKommune ? 'Region, so fein wie möglich' : 'Region des Antragsverbunds, so fein wie möglich',
      type: 'code',
      values: kinds(classes.map(({ region }) => region)),
    },
    ...(isKommune
      ? [
          {
            name: 'suf_groesse',
            label: 'Größenklasse nach Einwohnern',
            type: 'code' as const,
            values: kinds(classes.flatMap(({ size }) => size ?? [])),
          },
        ]
      : []),
  ]
}
