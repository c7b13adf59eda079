import type { DerivedVariable } from '../../schemas/derived.ts'
import { type Comparability, comparabilityOf } from './comparability.ts'
import { formulaOf } from './formula.ts'
import type { Continue } from './partner.ts'
import { findVariable, type PanelSurvey, type PanelVariable, variableNames } from './variable.ts'

type Shown = 'name' | 'label' | 'printed' | 'kind' | 'unit' | 'categories'

/** A variable as a list of them shows it. */
export interface ListedVariable extends Pick<PanelVariable, Shown> {
  /** The formula of a computed one, else its name. */
  formula: string
  base: string
  note: string
  /** By wave: the printed numbers of the questions. */
  asked: { wave: string; numbers: string[] }[]
  /** How far every wave can be compared with every later one that asks for it too. */
  steps: { from: string; to: string; comparability: Comparability }[]
}

/** Everything that can be compared between some waves, or read from one: what is asked, then what is computed. */
export function listVariables(
  surveys: readonly PanelSurvey[],
  declared: readonly DerivedVariable[],
  continues: Continue,
): PanelVariable[] {
  return variableNames(surveys, declared).flatMap((name) => {
    const found = findVariable(name, surveys, declared, continues)
    return 'problem' in found ? [] : [found]
  })
}

export function listed(variable: PanelVariable, surveys: readonly PanelSurvey[], continues: Continue): ListedVariable {
  const { name, label, printed, kind, unit, categories, derived, asked } = variable
  const asking = surveys.filter(({ wave }) => asked.has(wave))
  return {
    name,
    label,
    printed,
    kind,
    unit,
    categories,
    formula: formulaOf(variable),
    base: derived?.baseLabel ?? '',
    note: derived?.note ?? '',
    asked: asking.map(({ wave }) => ({
      wave,
      numbers: asked.get(wave)?.questions.map(({ number }) => number) ?? [],
    })),
    steps: asking.flatMap((from, place) =>
      asking.slice(place + 1).map((to) => ({
        from: from.wave,
        to: to.wave,
        comparability: comparabilityOf(variable, from, to, continues),
      })),
    ),
  }
}
