import { qualifications } from '../qualifications/qualification.ts'
import {
  type Answer,
  answers,
  type ToldCounts,
  type ToldQualifications,
} from '../qualifications/qualification-table.ts'
import { requalifications } from '../qualifications/requalification.ts'
import { count, share, text } from './cell.ts'
import type { Fact, Section } from './report.ts'

export const answerLabels: Record<Answer, string> = { ...qualifications, unknown: 'ohne Eintrag' }
const heads: Record<Answer, string> = {
  a: 'Buchstabe a',
  b: 'Buchstabe b',
  c: 'Buchstabe c',
  ungeklaert: 'noch ungeklärt',
  unknown: 'ohne Eintrag',
}

/** What is to be known of the figures, wherever they are printed. */
export const qualificationNotes: readonly string[] = [
  'Gezählt sind Personen, die an diesem Tag für einen Zuwendungsempfänger arbeiten. Wer für mehrere arbeitet, zählt einmal, in dem Kreis mit dem größten Anteil.',
  'Die Anteile beziehen sich auf alle Personen, auch auf die, deren Qualifikation noch ungeklärt oder nicht eingetragen ist, gerundet auf eine Nachkommastelle.',
  '„verdeckt“ steht, wo eine Zahl von weniger als drei Personen spräche oder eine solche daraus folgte.',
]

export const qualificationFacts = ({ all, trained }: ToldQualifications): Fact[] => [
  { label: 'Integrationsmanager/-innen', value: count(all.persons), note: 'Personen, nicht Stellen' },
  ...answers
    .filter((answer) => all.by[answer].count !== 0)
    .map((answer) => ({
      label: heads[answer],
      value: share(all.by[answer].count, all.by[answer].share),
      note: answer in qualifications ? answerLabels[answer] : '',
    })),
  { label: 'Mit Fortbildung', value: count(trained), note: 'in den zwölf Monaten bis zu diesem Tag' },
]

/** The table by Kreis, and how those stand of whom a Nachqualifizierung is asked. */
export function qualificationSections(told: ToldQualifications, kreisNames: ReadonlyMap<string, string>): Section[] {
  if (told.kreise.length === 0)
    return [section('kreise', 'Nach Kreis', [], ['An diesem Tag ist im Verzeichnis niemand eingesetzt.'])]
  return [
    section(
      'kreise',
      'Nach Kreis',
      [
        {
          id: 'kreise',
          label: 'Integrationsmanager/-innen nach Kreis und Qualifikation (Nr. 4.2.2 der VwV)',
          head: ['Kreis', 'Personen', ...answers.map((answer) => heads[answer])],
          rows: [
            ...told.kreise.map(({ kreis, ...counts }) => rowOf(kreisNames.get(kreis) ?? `Kreis ${kreis}`, counts)),
            rowOf('Alle', told.all),
          ],
        },
      ],
      [],
    ),
    section(
      'nachqualifizierung',
      'Nachqualifizierung',
      [
        {
          id: 'nachqualifizierung',
          label: 'Personen, von denen eine Nachqualifizierung verlangt ist',
          head: ['Stand', 'Personen'],
          rows: told.requalification.map(({ state, count: own }) => [text(requalifications[state]), count(own)]),
        },
      ],
      [
        'Verlangt ist sie bei Buchstabe c, und bei Buchstabe b von denen, die ab 2023 begonnen haben. Sie muss binnen drei Monaten nach Aufnahme der Tätigkeit beginnen.',
      ],
    ),
  ]
}

const rowOf = (label: string, { persons, by }: ToldCounts) => [
  text(label),
  count(persons),
  ...answers.map((answer) => share(by[answer].count, by[answer].share)),
]

const section = (id: string, title: string, tables: Section['tables'], sentences: readonly string[]): Section => ({
  id: `${id}-abschnitt`,
  title,
  sentences,
  charts: [],
  tables,
})
