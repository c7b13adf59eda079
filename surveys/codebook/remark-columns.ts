import type { Instrument } from '../compile/instrument.ts'
import { leadingColumns } from './columns.ts'
import { type DescribedColumn, dataState, synthetic } from './described-column.ts'

const kinds = [
  { code: 'kommentar', label: 'Kommentar zu einer Frage' },
  { code: 'begruendung', label: 'Begründung zu einem Hinweis' },
  { code: 'uebernommen', label: 'aus einer früheren Erhebung übernommen' },
]

/** The columns of the file with comments, justifications and what was taken over from an earlier wave. */
export function remarkColumns(instrument: Instrument): DescribedColumn[] {
  const [wave, key] = leadingColumns(instrument)
  return [
    wave,
    key,
    { name: 'abgabe', label: 'Laufende Nummer der Abgabe; ab 2 eine Korrektur', type: 'integer' },
    { name: 'art', label: 'Was es ist', type: 'code', values: kinds },
    { name: 'frage', label: 'Gedruckte Nummer der Frage oder der Fragen', type: 'code' },
    { name: 'bezug', label: 'Wozu: das Feld oder die Prüfung', type: 'code' },
    {
      name: 'grund',
      label: 'Grund einer Begründung; Welle, aus der übernommen wurde',
      type: 'code',
      values: instrument.reasons,
    },
    { name: 'text', label: 'Was geschrieben wurde', type: 'text' },
    { name: 'werte', label: 'Angaben, um die es geht, als Name=Wert', type: 'code' },
    synthetic,
    dataState,
  ]
}
