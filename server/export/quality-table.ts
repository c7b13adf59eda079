import { isTold, type Told } from '../../analysis/disclosure/hidden.ts'
import { type DescribedColumn, dataState, synthetic, yesOrNo } from '../../surveys/codebook/described-column.ts'
import { printedNumbers } from '../../surveys/compile/printed-numbers.ts'
import type { QualityOfWave } from '../evaluation/quality-of-wave.ts'
import { exportFiles } from './files.ts'
import type { Origin } from './origin.ts'
import { rowsOfList } from './rows-of-list.ts'
import type { Row, Table } from './table.ts'

const count = (name: string, label: string): DescribedColumn => ({ name, label, type: 'integer' })

const columns: readonly DescribedColumn[] = [
  { name: 'welle', label: 'Kennung der Welle', type: 'code' },
  { name: 'pruefung', label: 'Kennung der Prüfung', type: 'code' },
  {
    name: 'schwere',
    label: 'Ob sie das Absenden verhindert',
    type: 'code',
    values: [
      { code: 'error', label: 'Fehler: verhindert das Absenden' },
      { code: 'signal', label: 'Hinweis: korrigieren oder begründen' },
    ],
  },
  { name: 'frage', label: 'Gedruckte Nummern der Fragen', type: 'code' },
  count('einheiten', 'Wer abgesendet hat'),
  count('gilt', 'Wo sie gilt'),
  count('verletzt', 'Wo sie verletzt ist'),
  count('begruendet', 'Wo sie verletzt und das begründet ist'),
  count('unentscheidbar', 'Wo sie sich nicht entscheiden lässt, weil etwas fehlt'),
  count('unbeantwortet', 'Wo nichts angegeben ist, was sie ansieht'),
  count('ohne_anlass', 'Wo sie nichts zu sagen hat'),
  {
    ...count('verdeckt', 'Ob Zahlen verdeckt sind'),
    values: yesOrNo,
  },
  synthetic,
  dataState,
]

const cell = (value: Told<number>) => (isTold(value) ? value : null)

/** How the answers of a wave stand to its checks, as a file. */
export function qualityTable({ survey, state, checks }: QualityOfWave, origin: Origin): Table {
  const { wave, instrument } = survey
  const known = new Map(instrument.checks.map((check) => [check.id, check]))
  const rows = checks.map(({ check, units, counts, violated }): Row => {
    const { severity = 'signal', questions = [] } = known.get(check) ?? {}
    const numbers = printedNumbers(questions.flatMap((id) => instrument.questions.get(id) ?? []))
    const { holds, justified, undecidable, untouched, idle } = counts
    const told = [holds, violated, justified, undecidable, untouched, idle]
    return [
      wave,
      check,
      severity,
      numbers.join(', '),
      units,
      ...told.map(cell),
      told.every(isTold) ? 0 : 1,
      survey.synthetic ? 1 : 0,
      state,
    ]
  })
  return {
    file: 'qualitaet',
    name: `${wave}${exportFiles.qualitaet.ending}`,
    columns,
    rows: rowsOfList(columns, () => rows),
    origin,
  }
}
