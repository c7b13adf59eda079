import { fewest } from '../../analysis/disclosure/fewest.ts'
import { type DescribedQuestion, factsFrom, questionsOfReport } from '../../analysis/kreisbericht/from-surveys.ts'
import type { SurveyFacts } from '../../analysis/kreisbericht/merge-facts.ts'
import type { Participation } from '../../schemas/kreisbericht.ts'
import type { Database } from '../database/database.ts'
import { kreisName } from '../domain/kreis-name.ts'
import { InputError } from '../errors/input-error.ts'
import { describeQuestion } from '../evaluation/describe-question.ts'
import { loadSurveys, type WaveSurvey } from '../evaluation/surveys.ts'
import { dayOfWave } from '../evaluation/wave-names.ts'
import type { Forms } from '../forms/form.ts'
import { readSnapshot, type Snapshot, type WantedData } from '../store/panel-answers.ts'
import { readUnits } from '../store/panel-units.ts'
import { kreisPast } from '../store/register-unit.ts'

/** What the Kommunen of a Kreis have answered, in sums that disclose nobody, and how many of them did; and the day of each survey. */
export async function surveyFacts(
  context: Database,
  forms: Forms,
  kreis: string,
  { state, values }: WantedData = {},
): Promise<{ facts: SurveyFacts; snapshot: Snapshot; days: ReadonlyMap<string, string> }> {
  const [newest] = await kreisPast(context.db, kreis)
  if (newest === undefined)
    throw new InputError(`Den Kreis „${kreis}“ gibt es nicht. Ein Schlüssel hat drei Ziffern: 117 ist Göppingen.`)
  const snapshot = await readSnapshot(context.pool, state, values)
  const surveys = await wavesOf(context, forms, snapshot)
  const questions: DescribedQuestion[] = []
  const participation: Participation[] = []
  for (const survey of surveys) {
    const units = await readUnits(context.pool, [survey.wave], snapshot)
    const asked = units.filter((unit) => unit.kreis === kreis).length
    if (asked === 0) continue
    const own = [...survey.instrument.questions.values()].filter(({ id }) => questionsOfReport.includes(id))
    let answered: number | undefined
    for (const question of own) {
      const filters = [{ name: 'kreis', code: kreis }]
      const { described, loaded, indices } = await describeQuestion(context, {
        ...{ survey, question, by: '', filters },
        state: snapshot.state,
        values: snapshot.values,
      })
      const inWave = loaded.answered.get(survey.wave)
      answered = indices.filter((index) => inWave?.has(loaded.units[index]?.unit ?? '')).length
      const { number, id } = question
      const items = new Map(question.variables.map(({ name, label }) => [name, label]))
      questions.push({
        id,
        number,
        survey: nameOf(survey),
        day: dayIn(survey, snapshot),
        state: snapshot.state,
        described,
        items,
      })
    }
    if (answered === undefined) continue
    const origin = `${nameOf(survey)}, Datenstand ${snapshot.state}`
    const isTold = answered === 0 || answered >= fewest
    participation.push({ survey: nameOf(survey), asked, answered: isTold ? answered : null, origin })
  }
  const invented = surveys.some(({ synthetic }) => synthetic)
  return {
    snapshot,
    days: new Map(surveys.map((survey) => [nameOf(survey), dayIn(survey, snapshot)])),
    facts: { kreis: kreisName(newest), ...(invented && { invented }), ...factsFrom(questions), participation },
  }
}

/** What was asked of Kommunen, the earliest first; invented answers only as long as there are no others. */
async function wavesOf({ db }: Database, forms: Forms, snapshot: Snapshot): Promise<WaveSurvey[]> {
  const all = (await loadSurveys(db, forms)).filter(({ instrument }) => instrument.unit === 'gemeinde')
  const real = all.filter(({ synthetic }) => !synthetic)
  return (real.length > 0 ? real : all).toSorted((one, other) =>
    dayIn(one, snapshot).localeCompare(dayIn(other, snapshot)),
  )
}

/** The Stichtag; of a wave without one, the day until which it was answered. */
const dayIn = ({ stichtag, frist }: WaveSurvey, { at }: Snapshot): string => {
  const lastAnswer = at.slice(0, 10)
  return stichtag ?? (frist < lastAnswer ? frist : lastAnswer)
}

const nameOf = (survey: WaveSurvey): string =>
  `${survey.wave.charAt(0).toUpperCase()}${survey.wave.slice(1).replace('-', ' ')} (${dayOfWave(survey)})`
