import { registerGroupingsOf } from '../../../../analysis/groups/by-register.ts'
import { descriptionReport } from '../../../../analysis/report/description.ts'
import { namedProvenance } from '../../../../analysis/report/named-waves.ts'
import type { Report } from '../../../../analysis/report/report.ts'
import type { Instrument, Question } from '../../../../surveys/compile/instrument.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import type { Choice, ChoiceForm, QuestionsPage } from '../../../../views/page-data/evaluation-pages.ts'
import { describable, type QuestionDescription } from '../../../evaluation/describe-question.ts'
import { itemWeightings } from '../../../evaluation/item-weightings.ts'
import type { WaveSurvey } from '../../../evaluation/surveys.ts'
import { waveTitle } from '../../../evaluation/wave-names.ts'
import { weightings } from '../../../evaluation/weightings.ts'
import { descriptionHref } from './addresses.ts'
import { choice, filterChoices, keptOf, populationChoice, weightChoice } from './choice-form.ts'
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
export function groupingOf(question: Question, { instrument }: WaveSurvey, { nach }: Pick<PanelQuery, 'nach'>): string {
  if (nach !== '') return nach === 'keine' ? '' : nach
  return describable(question).length === 1 && instrument.unit === 'gemeinde' ? 'groesse' : ''
}

interface Asked {
  survey: WaveSurvey
  question: Question
  query: PanelQuery
  units: QuestionDescription['loaded']['units']
}

/** The form that chooses how a question is to be shown. */
export function descriptionForm(
  action: string,
  { survey: { instrument }, question, query, units }: Asked,
  by: string,
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
      ...itemChoices(question, instrument, query),
      // Of persons no weights are told.
      ...(instrument.unit === 'gemeinde' ? [weightChoice(query.gewicht, weightingsOfWave)] : []),
      populationChoice(query.grundgesamtheit, instrument.unit),
      ...filterChoices(query, units),
      ...describedValues(query),
    ],
    resetHref: isFiltered ? queryHref(query, { regierungsbezirk: '', kreis: '', groesse: '' }, action) : '',
  }
}

const weightingsOfWave = {
  ...weightings,
  ...Object.fromEntries(
    Object.entries(itemWeightings).flatMap(([name, { ofOneWave }]) =>
      ofOneWave ? [[name, { label: ofOneWave }]] : [],
    ),
  ),
}

/** Which item of several: what is weighted by an answer needs one. */
function itemChoices(question: Question, { labels }: Instrument, { variable }: PanelQuery): Choice[] {
  const items = describable(question)
  if (items.length < 2) return []
  const options = items.map(({ name, label }) => ({ value: name, label: labels.get(name)?.label ?? label }))
  return [choice('variable', 'Angabe', variable, [{ value: '', label: 'alle' }, ...options])]
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
