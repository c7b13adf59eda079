import type { VariableDescription } from '../../analysis/compare/describe-wave.ts'
import type { ToldEstimate } from '../../analysis/compare/disclose-estimates.ts'
import { isTold, type Told } from '../../analysis/disclosure/hidden.ts'
import { shownGroups } from '../../analysis/scripts/description-input.ts'
import { isDefined, type NotDefined } from '../../analysis/stats/not-defined.ts'
import { type Figures, given, levelFigures } from './comparison-figures.ts'

/** What the scripts of a description must print, by group; the total is the group `insgesamt`. */
export function describedFigures(described: readonly VariableDescription[]): Record<string, Figures> {
  const figures: Record<string, Figures> = { insgesamt: {} }
  for (const one of described) {
    Object.assign(figures.insgesamt as Figures, missingFigures(one))
    for (const { group, result } of shownGroups(one)) {
      figures[group] = { ...figures[group], ...figuresOf(one, result) }
    }
  }
  return figures
}

function missingFigures({ variable: { name }, total: { units, n, missing } }: VariableDescription): Figures {
  if (!isTold(units)) return {}
  return given({
    [`einheiten_${name}`]: units,
    [`mit_angabe_${name}`]: n,
    [`leer_${name}`]: missing.leer ?? 0,
    [`nicht_vorhanden_${name}`]: missing.nicht_vorhanden ?? 0,
    [`keine_teilnahme_${name}`]: missing.keine_teilnahme ?? 0,
  })
}

function figuresOf(
  { variable: { name, unit } }: VariableDescription,
  result: ReturnType<typeof shownGroups>[number]['result'],
): Figures {
  const { plain = [], weighted = [] } = result.estimates ?? {}
  const estimatesOf = (own: string, place: number) => ({
    ...estimateFigures('', own, plain[place]),
    ...estimateFigures('gewichtet_', own, weighted[place]),
  })
  if (result.kind === 'number') {
    const { [`summe_${name}`]: sum = 0, ...level } = given(levelFigures(name, result.level))
    const figures = { ...level, ...given(estimatesOf(name, 0)) }
    return unit === 'Prozent' ? figures : { ...figures, [`summe_${name}`]: sum }
  }
  const { n, categories } = result.distribution
  const shown = categories.flatMap(({ code, count, share }, place) => [
    ...Object.entries<Figure>({ [`${name}_${code}`]: count, [`prozent_${name}_${code}`]: share }),
    ...(isTold(count) ? Object.entries(estimatesOf(`${name}_${code}`, place)) : []),
  ])
  return given({ [`n_${name}`]: n, ...Object.fromEntries(shown) })
}

type Figure = Told<number | NotDefined>

function estimateFigures(prefix: string, name: string, estimate: ToldEstimate | undefined): Record<string, Figure> {
  if (estimate === undefined || !isTold(estimate) || !isDefined(estimate)) return {}
  const { n, value, se, interval } = estimate
  return {
    ...(prefix !== '' && { [`${prefix}n_${name}`]: n, [`${prefix}stand_${name}`]: value }),
    [`${prefix}se_${name}`]: se,
    ...(isDefined(interval) && { [`${prefix}unten_${name}`]: interval[0], [`${prefix}oben_${name}`]: interval[1] }),
  }
}
