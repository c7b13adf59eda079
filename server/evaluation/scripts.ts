import { optionsFor } from '../../analysis/compare/options.ts'
import { widestStep } from '../../analysis/compare/widest-step.ts'
import { scriptInput } from '../../analysis/scripts/comparison-input.ts'
import { courseInput } from '../../analysis/scripts/course-input.ts'
import { type DescriptionSource, descriptionInput } from '../../analysis/scripts/description-input.ts'
import { rScript } from '../../analysis/scripts/r/comparison-in-r.ts'
import { courseInR } from '../../analysis/scripts/r/course-in-r.ts'
import { descriptionInR } from '../../analysis/scripts/r/description-in-r.ts'
import { stataScript } from '../../analysis/scripts/stata/comparison-in-stata.ts'
import { courseInStata } from '../../analysis/scripts/stata/course-in-stata.ts'
import { descriptionInStata } from '../../analysis/scripts/stata/description-in-stata.ts'
import type { Question } from '../../surveys/compile/instrument.ts'
import type { PanelAnswer } from './compare-panel.ts'
import type { QuestionDescription } from './describe-question.ts'
import type { WaveSurvey } from './surveys.ts'

/** A script that computes figures again: the name of its file, and its text. */
export interface Script {
  name: string
  text: string
}

/** Whether there is a script: something is shown that both waves asked. */
export const hasScript = ({ compared, variables }: Pick<PanelAnswer, 'compared' | 'variables'>): boolean =>
  compared.variables.some(({ steps }, place) =>
    steps.some(
      ({ from, to, total }) =>
        total.result !== undefined && [from, to].every((wave) => variables[place]?.asked.has(wave)),
    ),
  )

/**
 * The scripts of an answer, in R and Stata: for each variable and pair of waves that can be compared, the widest first, and over more
 * than two waves.
 */
export function scriptsOf({
  compared,
  variables,
  surveys,
  loaded,
  indices,
  provenance,
  grouping,
  options,
}: PanelAnswer): Script[] {
  return compared.variables.flatMap((one, place) => {
    const { steps, course } = one
    const variable = variables[place]
    if (variable === undefined) return []
    const { panel } = loaded
    const whole = course && courseInput({ variable, course, surveys, panel, indices, provenance, options, grouping })
    const ofCourse = whole && inBoth(`${variable.name}.verlauf`, { R: courseInR(whole), do: courseInStata(whole) })
    const widest = widestStep(one)
    const inOrder = steps.toSorted((a, b) => Number(b === widest) - Number(a === widest))
    const ofSteps = inOrder.flatMap((step) => {
      if (step.total.result === undefined) return []
      const source = {
        ...{ variable, step, surveys, panel, indices, provenance },
        options: optionsFor(options, [step.from, step.to]),
      }
      const input = scriptInput({ ...source, ...(grouping === undefined ? {} : { grouping }) })
      return input === undefined
        ? []
        : inBoth(`${variable.name}-${step.from}-${step.to}`, { R: rScript(input), do: stataScript(input) })
    })
    return [...ofSteps, ...(ofCourse ?? [])]
  })
}

/** The scripts of a question of one wave in R and Stata; none where nothing is shown. */
export function descriptionScripts(
  { id, number, title }: Question,
  survey: WaveSurvey,
  { described, claims, weights, provenance, loaded, indices, grouping, completed }: QuestionDescription,
): Script[] {
  const source: DescriptionSource = {
    title: `${number} ${title}`,
    survey,
    described,
    claims,
    panel: loaded.panel,
    indices,
    provenance,
    ...(weights && { weights }),
    ...(grouping === undefined ? {} : { grouping }),
    ...(completed && { completed }),
  }
  const input = descriptionInput(source)
  return input === undefined
    ? []
    : inBoth(`${survey.wave}-${id}`, { R: descriptionInR(input), do: descriptionInStata(input) })
}

const inBoth = (name: string, texts: { R: string; do: string }): Script[] => [
  { name: `${name}.R`, text: texts.R },
  { name: `${name}.do`, text: texts.do },
]
