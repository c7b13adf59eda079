import { registerGroupingsOf } from '../../../../analysis/groups/by-register.ts'
import { descriptionReport } from '../../../../analysis/report/description.ts'
import { namedProvenance } from '../../../../analysis/report/named-waves.ts'
import type { Report } from '../../../../analysis/report/report.ts'
import type { Instrument, Question } from '../../../../surveys/compile/instrument.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import type { ChoiceForm, QuestionsPage } from '../../../../views/page-data/evaluation-pages.ts'
import { describable, type QuestionDescription } from '../../../evaluation/describe-question.ts'
import type { WaveSurvey } from '../../../evaluation/surveys.ts'
import { waveTitle } from '../../../evaluation/wave-names.ts'
import { descriptionHref } from './addresses.ts'
import { choice, filterChoices, keptOf } from './choice-form.ts'
import { describedValues } from './completion-choice.ts'
import type { PanelQuery } from './evaluation-query.ts'
import { filterNames, queryHref } from './evaluation-query.ts'

/** The questions of a wave that can be described, composite ones by their parts. */
export const describableQuestions = ({ questions }: Instrument): Question[] =>
  [...questions.values()].filter((one) => one.parts.length === 0 && describable(one).length > 0)

export function questionsPage(surveys: readonly WaveSurvey[]): QuestionsPage {
  return {
    waves: surveys.map((survey) => ({
      title: waveTitle(survey),
      synthetic: survey.synthetic,
      questions: describableQuestions(survey.instrument).map(({ id, number, title }) => ({
        href: descriptionHref(survey.wave, id),
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
  { instrument }: WaveSurvey,
  query: PanelQuery,
  by: string,
  units: QuestionDescription['loaded']['units'],
): ChoiceForm {
  const isFiltered = filterNames.some((name) => query[name] !== '')
  return {
    action,
    kept: keptOf({ stand: query.stand }),
    choices: [
      choice('nach', 'Gruppen', by === '' ? 'keine' : by, [
        { value: 'keine', label: 'keine' },
        ...registerGroupingsOf(instrument.unit).map(({ name, label }) => ({ value: name, label })),
      ]),
      ...filterChoices(query, units),
      ...describedValues(query),
    ],
    resetHref: isFiltered ? queryHref(query, { regierungsbezirk: '', kreis: '', groesse: '' }, action) : '',
  }
}

/** What was answered to a question: charts, tables, and why something is missing. */
export function descriptionOf(
  { kind, number, title }: Question,
  survey: WaveSurvey,
  { described, grouping, provenance, completed, shared }: QuestionDescription,
): Report {
  const { instrument } = survey
  const { many } = unitKinds[instrument.unit]
  const question = {
    title: `${number} ${title}`,
    kind,
    described,
    grouping: grouping?.label ?? '',
    many,
    ...(completed && { completed }),
    ...(shared && { shared }),
  }
  return descriptionReport(question, namedProvenance(provenance, new Map([[survey.wave, waveTitle(survey)]])))
}
