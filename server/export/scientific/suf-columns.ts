import type { Class } from '../../../analysis/anonymity/classes.ts'
import type { DescribedColumn } from '../../../surveys/codebook/described-column.ts'
import type { UnitKind } from '../../../surveys/compile/unit-kinds.ts'

/** What a file for science has instead of key, name and Kreis. */
export function sufColumns(classes: readonly Class[], unit: UnitKind): DescribedColumn[] {
  const kinds = (of: readonly { code: string; label: string }[]) =>
    [...new Map(of.map(({ code, label }) => [code, { code, label }])).values()].sort((a, b) =>
      a.code < b.code ? -1 : 1,
    )
  return [
    { name: 'suf_zeile', label: 'Gezogene Nummer der Zeile, gilt für diesen Datenstand', type: 'code' },
    {
      name: 'suf_region',
      label:
        unit === 'integrationsmanager'
          ? 'Region des Antragsverbunds, so fein wie möglich'
          : 'Region, so fein wie möglich',
      type: 'code',
      values: kinds(classes.map(({ region }) => region)),
    },
    ...(unit === 'gemeinde'
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
