import { type DescribedColumn, synthetic, yesOrNo } from '../../../surveys/codebook/described-column.ts'
import { isTold, type Told } from '../../disclosure/hidden.ts'
import { answers, type ToldCounts, type ToldQualifications } from '../../qualifications/qualification-table.ts'
import { answerLabels } from '../qualifications.ts'

/** A row for programs. A figure that must not be told is blank, with 1 in `verdeckt`. */
export interface QualificationRow {
  tag: string
  kreis: string | null
  qualifikation: string
  personen: number | null
  prozent: number | null
  verdeckt: 0 | 1
}

export const qualificationColumns: readonly DescribedColumn[] = [
  { name: 'tag', label: 'Tag, für den gezählt ist', type: 'day' },
  { name: 'kreis', label: 'Schlüssel des Kreises; leer: alle', type: 'code' },
  {
    name: 'qualifikation',
    label: 'Qualifikation nach Nr. 4.2.2 der VwV Integrationsmanagement',
    type: 'code',
    values: [
      { code: 'alle', label: 'alle Personen' },
      ...answers.map((answer) => ({ code: codeOf(answer), label: answerLabels[answer] })),
    ],
  },
  { name: 'personen', label: 'Integrationsmanager/-innen, jede Person einmal', type: 'integer' },
  { name: 'prozent', label: 'Anteil an allen Personen der Zeile „alle“, in Prozent', type: 'decimal' },
  {
    name: 'verdeckt',
    label: 'Ob die Zahl fehlt, weil sie von weniger als drei Personen spräche',
    type: 'integer',
    values: yesOrNo,
  },
  synthetic,
]

/** Persons by qualification as one table: of all, and by Kreis. */
export const qualificationRows = (day: string, { all, kreise }: ToldQualifications): QualificationRow[] => [
  ...rowsOf(day, null, all),
  ...kreise.flatMap(({ kreis, ...counts }) => rowsOf(day, kreis, counts)),
]

const rowsOf = (tag: string, kreis: string | null, { persons, by }: ToldCounts): QualificationRow[] => [
  { tag, kreis, qualifikation: 'alle', personen: shown(persons), prozent: null, verdeckt: isTold(persons) ? 0 : 1 },
  ...answers.map((answer) => {
    const { count, share } = by[answer]
    const told = share === undefined || !isTold(share) ? null : Math.round(share * 10) / 10
    return {
      tag,
      kreis,
      qualifikation: codeOf(answer),
      personen: shown(count),
      prozent: told,
      verdeckt: isTold(count) ? (0 as const) : (1 as const),
    }
  }),
]

function codeOf(answer: (typeof answers)[number]): string {
  return answer === 'unknown' ? 'ohne-eintrag' : answer
}

const shown = (value: Told<number>): number | null => (isTold(value) ? value : null)
