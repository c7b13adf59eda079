import type { Pool } from 'pg'
import type { StatedBase } from '../../analysis/panel/stated-base.ts'
import type { PanelSurvey, PanelVariable } from '../../analysis/panel/variable.ts'
import type { Snapshot, Wanted } from '../store/panel-answers.ts'
import { readReasons } from '../store/stated-reasons.ts'

/** The column of a base that is read for the sake of a reason. No variable is called so. */
const columnOf = (base: string) => `.${base}`

/** What has to be read besides, so that a reason can put another base in the place of a share's. */
export function basesOf(survey: PanelSurvey, variables: readonly PanelVariable[]): Wanted[] {
  const { instrument } = survey
  return [...new Set(basesFor(survey, variables).values())].flatMap((base) => {
    const variable = instrument.variable.get(base)
    return variable === undefined ? [] : [{ name: columnOf(base), variable, options: [], codes: [] }]
  })
}

/** The bases that reasons can state for shares among some variables, by the reason. Most are a part of no such total. */
function basesFor({ wave, instrument }: PanelSurvey, variables: readonly PanelVariable[]): ReadonlyMap<string, string> {
  const shares = variables.filter(({ derived }) => derived?.kind === 'share')
  const asked = new Set(
    shares.flatMap((one) => [...(one.asked.get(wave)?.variables ?? [])].map(([, { name }]) => name)),
  )
  const isAsked = (names: readonly string[]) => names.some((name) => asked.has(name))
  const meant = instrument.checks.filter(
    (check) => 'left' in check && isAsked(check.left) && 'variables' in check.right && isAsked(check.right.variables),
  )
  const offered = meant.flatMap(({ id }) => instrument.reasonsOf.get(id) ?? [])
  return new Map(offered.flatMap(({ code, base }) => (base === undefined ? [] : [[code, base]])))
}

/** The bases that were stated in a wave, by the names that the panel uses; none where the questionnaire offers none. */
export async function readStated(
  pool: Pool,
  survey: PanelSurvey,
  variables: readonly PanelVariable[],
  snapshot: Snapshot,
  units: readonly string[],
): Promise<StatedBase[]> {
  const { wave, instrument } = survey
  const bases = basesFor(survey, variables)
  if (bases.size === 0) return []
  const places = new Map(units.map((unit, place) => [unit, place]))
  const checks = new Map(instrument.checks.map((check) => [check.id, check]))
  const asked = variables.flatMap((variable) => [...(variable.asked.get(wave)?.variables ?? [])])
  const named = (names: readonly string[]) =>
    asked.flatMap(([name, { name: own }]) => (names.includes(own) ? [name] : []))
  const stated = await readReasons(pool, wave, [...bases.keys()], snapshot)
  return stated.flatMap(({ unit: key, check: id, reason }) => {
    const check = checks.get(id)
    const [unit, base] = [places.get(key), bases.get(reason)]
    if (unit === undefined || base === undefined || check === undefined || !('left' in check)) return []
    const parts = new Set(named(check.left))
    const totals = 'variables' in check.right ? new Set(named(check.right.variables)) : []
    return [...totals].map((total): StatedBase => ({ unit, parts, total, base: columnOf(base) }))
  })
}
