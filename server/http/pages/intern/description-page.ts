import { isHidden } from '../../../../analysis/compare/describe-wave.ts'
import { registerGroupings } from '../../../../analysis/groups/by-register.ts'
import { hiddenSentence } from '../../../../analysis/report/comparison-lines.ts'
import type { Instrument, Question } from '../../../../surveys/compile/instrument.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import type { ChoiceForm, FigureSection, QuestionsPage } from '../../../../views/page-data/evaluation-pages.ts'
import { describable, type QuestionDescription } from '../../../evaluation/describe-question.ts'
import type { WaveSurvey } from '../../../evaluation/surveys.ts'
import { descriptionHref } from './addresses.ts'
import { choice, filterChoices } from './choice-form.ts'
import { descriptionCharts } from './description-charts.ts'
import { answerTables, groupTables, missingTables } from './description-tables.ts'
import type { PanelQuery } from './evaluation-query.ts'
import { filterNames, queryHref } from './evaluation-query.ts'

/** The questions of a wave that can be described, composite ones by their parts. */
export const describableQuestions = ({ questions }: Instrument): Question[] =>
  [...questions.values()].filter((one) => one.parts.length === 0 && describable(one).length > 0)

export function questionsPage(surveys: readonly WaveSurvey[]): QuestionsPage {
  return {
    waves: surveys.map(({ wave, instrument, synthetic }) => ({
      wave,
      title: instrument.title,
      synthetic,
      questions: describableQuestions(instrument).map(({ id, number, title }) => ({
        href: descriptionHref(wave, id),
        number,
        title,
      })),
    })),
  }
}

/** A single number of Kommunen is shown by size unless something else is asked for, since it follows the size. */
export function groupingOf(question: Question, { instrument }: WaveSurvey, nach: string): string {
  if (nach !== '') return nach === 'keine' ? '' : nach
  return describable(question).length === 1 && instrument.unit === 'gemeinde' ? 'groesse' : ''
}

export function descriptionForm(
  action: string,
  query: PanelQuery,
  by: string,
  units: QuestionDescription['loaded']['units'],
): ChoiceForm {
  const isFiltered = filterNames.some((name) => query[name] !== '')
  return {
    action,
    kept: query.stand === '' ? [] : [{ name: 'stand', value: query.stand }],
    choices: [
      choice('nach', 'Gruppen', by === '' ? 'keine' : by, [
        { value: 'keine', label: 'keine' },
        ...registerGroupings.map(({ name, label }) => ({ value: name, label })),
      ]),
      ...filterChoices(query, units),
    ],
    resetHref: isFiltered ? queryHref(query, { regierungsbezirk: '', kreis: '', groesse: '' }, action) : '',
  }
}

/** What was answered to a question: charts, tables, and why something is missing. */
export async function descriptionSections(
  question: Question,
  { instrument }: WaveSurvey,
  { described, grouping }: QuestionDescription,
): Promise<FigureSection[]> {
  const { many } = unitKinds[instrument.unit]
  const label = grouping?.label ?? ''
  if (isHidden(described))
    return [
      { id: 'antworten-abschnitt', title: 'Antworten', paragraphs: [hiddenSentence(many)], charts: [], tables: [] },
    ]
  const merged = [...new Set(described.flatMap(({ groups }) => groups.flatMap((one) => one.merged)))]
  const groups = groupTables(described, label)
  return [
    {
      id: 'antworten-abschnitt',
      title: 'Antworten',
      paragraphs: [],
      charts: await descriptionCharts({ question, described, grouping: label, many }),
      tables: answerTables(described),
    },
    ...(groups.length === 0
      ? []
      : [
          {
            id: 'gruppen-abschnitt',
            title: `Nach: ${label}`,
            paragraphs: merged.length === 0 ? [] : [`Zusammengefasst, weil zu klein: ${merged.join(', ')}.`],
            charts: [],
            tables: groups,
          },
        ]),
    {
      id: 'fehlend',
      title: 'Was fehlt',
      paragraphs: [
        'Leer, „nicht vorhanden“, keine Antwort und nicht gefragt sind verschiedene Dinge; eine Null ist eine Angabe.',
      ],
      charts: [],
      tables: missingTables(described, many),
    },
  ]
}
