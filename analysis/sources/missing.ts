/** Why an official table has no number in a cell. Each means something else, and none of them is 0. */
export const missingReasons = [
  {
    code: 'nichts',
    symbols: ['-', '–', '—'],
    label: 'nichts vorhanden, oder für diese Einheit und Zeit nicht besetzt',
  },
  { code: 'unbekannt_oder_geheim', symbols: ['.'], label: 'unbekannt oder geheim zu halten' },
  { code: 'geheim', symbols: ['*'], label: 'geheim zu halten' },
  { code: 'folgt', symbols: ['...', '…'], label: 'Angabe fällt später an' },
  { code: 'unsicher', symbols: ['/'], label: 'nicht sicher genug' },
  { code: 'gesperrt', symbols: ['x', 'X'], label: 'Fach gesperrt, da eine Aussage nicht sinnvoll ist' },
  { code: 'leer', symbols: [''], label: 'kein Eintrag' },
] as const

export type MissingReason = (typeof missingReasons)[number]['code']
