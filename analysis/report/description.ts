import type { VariableDescription } from '../compare/describe-wave.ts'
import type { OncePerVerbund } from '../groups/once-per-verbund.ts'
import { type Completed, completedSection } from './completed-tables.ts'
import { type DescribedQuestion, descriptionCharts } from './description-charts.ts'
import { answerTables, groupTables, missingTables } from './description-tables.ts'
import { certaintyOfWave, groupsOfWave, meanSentence, spokenInWave } from './estimates.ts'
import { inShort } from './population-words.ts'
import type { Provenance } from './provenance.ts'
import type { Report, Section } from './report.ts'
import { hiddenSentence } from './sentences.ts'
import { sharedWorkSentences } from './shared-work.ts'
import { weightSection } from './weights.ts'

/** Whether nothing of what some variables hold may be told. */
export const isHidden = (described: readonly VariableDescription[]): boolean =>
  described.every(({ total }) => total.result === undefined)

/** What was answered to a question in one wave. */
export function descriptionReport(
  question: DescribedQuestion & { title: string; completed?: Completed; shared?: readonly OncePerVerbund[] },
  origin: Provenance,
): Report {
  const { title, described, grouping, many, completed, shared } = question
  const head = { title, notes: [], facts: [], origin }
  const answers: Section = { id: 'antworten-abschnitt', title: 'Antworten', sentences: [], charts: [], tables: [] }
  if (isHidden(described)) return { ...head, sections: [{ ...answers, sentences: [hiddenSentence(many)] }] }
  const merged = [...new Set(described.flatMap(({ groups }) => groups.flatMap((one) => one.merged)))]
  const alike = { alike: 'columns', unit: described[0]?.variable.unit ?? '' } as const
  const spoken = spokenInWave(origin)
  const tables = [...groupTables(described, grouping), ...groupsOfWave(described, grouping, spoken)]
  const groups = tables.map((table) => ({ ...table, ...alike }))
  const made = origin.weightReport
  return {
    ...head,
    sections: [
      {
        ...answers,
        sentences: [
          ...meanSentence(described, spoken, origin.level),
          ...(shared === undefined ? [] : sharedWorkSentences(shared)),
        ],
        charts: descriptionCharts(question),
        tables: answerTables(described, inShort(spoken?.population ?? { kind: 'process', name: '', many })).map(
          (table) => ({ ...table, ...alike }),
        ),
      },
      ...(groups.length === 0
        ? []
        : [
            {
              id: 'gruppen-abschnitt',
              title: `Nach: ${grouping}`,
              sentences: merged.length === 0 ? [] : [`Zusammengefasst, weil zu klein: ${merged.join(', ')}.`],
              charts: [],
              tables: groups,
            },
          ]),
      ...certaintyOfWave(described, spoken),
      ...(made === undefined ? [] : [weightSection({ name: made.method, label: origin.weights, made })]),
      ...(completed === undefined ? [] : [completedSection(described, grouping, completed)]),
      {
        id: 'fehlend',
        title: 'Was fehlt',
        sentences: [
          'Leer, „nicht vorhanden“, keine Antwort und nicht gefragt sind verschiedene Dinge; eine Null ist eine Angabe.',
        ],
        charts: [],
        tables: missingTables(described, many),
      },
    ],
  }
}
