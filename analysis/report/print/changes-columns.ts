import { type DescribedColumn, dataState, synthetic, yesOrNo } from '../../../surveys/codebook/described-column.ts'

const measures = [
  { code: 'summe', label: 'Summe' },
  { code: 'mittelwert', label: 'Mittelwert' },
]

/** The columns of the file with what corrections made. */
export const changesColumns: readonly DescribedColumn[] = [
  { name: 'welle', label: 'Kennung der Welle', type: 'code' },
  {
    name: 'teil',
    label: 'Wovon die Zeile handelt',
    type: 'code',
    values: [
      { code: 'gesamt', label: 'von allen Korrekturen' },
      { code: 'angabe', label: 'von denen einer Angabe' },
      { code: 'grund', label: 'von denen aus einem Grund' },
      { code: 'quelle', label: 'von denen aus einer Quelle' },
      { code: 'konto', label: 'von denen eines Kontos' },
    ],
  },
  { name: 'code', label: 'Der Grund, die Quelle oder das Konto', type: 'code' },
  { name: 'variable', label: 'Name der Spalte in der Datei der Antworten; leer: alle', type: 'code' },
  { name: 'mass', label: 'Was vorher und nachher angeben', type: 'code', values: measures },
  { name: 'werte', label: 'Wie viele Werte geändert sind', type: 'integer' },
  { name: 'einheiten', label: 'Wie viele Kommunen oder Personen das betrifft', type: 'integer' },
  { name: 'vorher', label: 'Wie angegeben', type: 'decimal' },
  { name: 'nachher', label: 'Mit den Korrekturen', type: 'decimal' },
  { name: 'veraenderung', label: 'Nachher weniger vorher; bei Teilen: Veränderung der Summe', type: 'decimal' },
  {
    name: 'verdeckt',
    label: 'Ob die Zahlen fehlen, weil daraus die Angabe von weniger als dreien folgte',
    type: 'integer',
    values: yesOrNo,
  },
  synthetic,
  dataState,
]
