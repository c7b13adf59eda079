/** Why there is no value: one plan for all surveys and waves. `code` stands in CSV, the others in statistics files. */
export const missingReasons = [
  { code: 'leer', number: -9, stata: '.i', label: 'Keine Angabe (leer)' },
  { code: 'nicht_vorhanden', number: -7, stata: '.g', label: 'Information liegt nicht vor' },
] as const
