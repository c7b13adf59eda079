import type { Course, ToldLevel } from '../../analysis/compare/course.ts'
import type { ToldEstimate } from '../../analysis/compare/disclose-estimates.ts'
import { isTold } from '../../analysis/disclosure/hidden.ts'
import { patternRates } from '../../analysis/participation/pattern-rates.ts'
import type { Patterns } from '../../analysis/participation/patterns.ts'
import { groupName } from '../../analysis/scripts/group-name.ts'
import { isDefined } from '../../analysis/stats/not-defined.ts'
import { type Figures, given } from './comparison-figures.ts'

/** What the script of a course must print. */
export const courseFigures = ({ points, groups = [] }: Course): Record<string, Figures> =>
  Object.fromEntries(
    points.flatMap(({ wave, all, balanced }, at) =>
      [
        [`${wave}:alle`, levelFigures(all)] as const,
        [`${wave}:jede`, levelFigures(balanced)] as const,
        ...groups.map(({ code, levels }) => {
          const level = levels[at]
          return [`${wave}:gruppe:${groupName(code)}`, level ? given({ n: level.n, mittel: level.mean }) : {}] as const
        }),
      ].filter(([, figures]) => Object.keys(figures).length > 0),
    ),
  )

function levelFigures(level: ToldLevel | undefined): Figures {
  if (level === undefined) return {}
  const { plain = [], weighted = [] } = level.estimates ?? {}
  if (level.kind === 'number') {
    const { n, mean, sd, median, quartiles } = level.level
    const [q1, q3] = isDefined(quartiles) ? quartiles : []
    const estimate = known(plain[0])
    const [low, high] = estimate !== undefined && isDefined(estimate.interval) ? estimate.interval : []
    const value = known(weighted[0])?.value
    return given({
      ...{ n, mittel: mean, sd, median },
      ...(q1 !== undefined && q3 !== undefined && { q1, q3 }),
      ...(low !== undefined && high !== undefined && { unten: low, oben: high }),
      ...(value !== undefined && { gewichtet: value }),
    })
  }
  return given({
    n: level.n,
    ...Object.fromEntries(
      level.distribution.categories.flatMap(({ code }, place) => [
        [`anteil_${code}`, known(plain[place])?.value ?? 'verdeckt'],
        [`gewichtet_${code}`, known(weighted[place])?.value ?? 'verdeckt'],
      ]),
    ),
  })
}

const known = (one: ToldEstimate | undefined) => (one !== undefined && isTold(one) && isDefined(one) ? one : undefined)

/** What the script of patterns must print. */
export function patternFigures(patterns: Patterns): Record<string, Figures> {
  const counts = (own: readonly (number | string)[]) =>
    Object.fromEntries(patterns.patterns.map(({ pattern }, at) => [`muster_${pattern}`, own[at]]))
  const isWhole = patterns.patterns.every(({ count }) => isTold(count))
  const groups: [string, Figures][] = [
    [
      'insgesamt',
      given({
        befragte: patterns.units,
        ...counts(patterns.patterns.map(({ count }) => count)),
        ...Object.assign(
          {},
          ...patternRates(patterns).map(([name, { yes, of, interval }]) => ({
            [`ja_${name}`]: yes,
            [`von_${name}`]: of,
            ...(isTold(yes) && isTold(of) && of > 0 ? { [`anteil_${name}`]: yes / of } : {}),
            ...(isTold(interval) && isDefined(interval)
              ? { [`unten_${name}`]: interval[0], [`oben_${name}`]: interval[1] }
              : {}),
          })),
        ),
      }),
    ],
    ...patterns.characteristics.flatMap(({ name, classes, test }): [string, Figures][] => [
      ...classes.map(({ code, units, counts: own }): [string, Figures] => [
        `${name}:${groupName(code)}`,
        given({ befragte: units, ...counts(own) }),
      ]),
      [
        name,
        isDefined(test) && isWhole
          ? {
              ...{ chi2: test.chiSquare, df: test.df, p: test.p, v: test.cramersV },
              ...{ erwartet_genug: Number(test.enoughExpected), p_holm: test.pHolm },
            }
          : {},
      ],
    ]),
    ...patterns.covariates.map(({ name, patterns: own }): [string, Figures] => [
      name,
      given(
        Object.assign(
          {},
          ...own.map((summary, at) => {
            const pattern = patterns.patterns[at]?.pattern
            if (summary === undefined) return {}
            return {
              [`n_${pattern}`]: summary.n,
              [`mittel_${pattern}`]: summary.mean,
              [`median_${pattern}`]: summary.median,
            }
          }),
        ),
      ),
    ]),
  ]
  return Object.fromEntries(groups.filter(([, figures]) => Object.keys(figures).length > 0))
}
