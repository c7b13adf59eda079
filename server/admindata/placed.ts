import type { Refusal } from '../../analysis/sources/source.ts'

/** `datei.csv, Zeile 12, Spalte value: …` */
export function placed(file: string, { line, column, sentence }: Refusal): string {
  return `${file}, Zeile ${line}${column === undefined ? '' : `, Spalte ${column}`}: ${sentence}`
}
