import type { Pool } from 'pg'
import { loadCatalogue } from '../../analysis/indicators/load.ts'
import { formatPeriod } from '../../analysis/sources/period.ts'
import type { Register } from '../../surveys/reading/register.ts'
import { registerFigures } from '../store/register-figures.ts'
import type { Visit } from '../store/visit.ts'

let loaded: ReturnType<typeof loadCatalogue> | undefined

/** The register with the figures on the Kommune that answers which its questionnaire shows, if it shows any. */
export async function withFigures(
  pool: Pool,
  register: Register,
  { unit, stichtag }: Pick<Visit, 'unit' | 'stichtag'>,
  indicators: readonly string[],
): Promise<Register> {
  const kommune = register.gemeinden.get(unit)
  if (indicators.length === 0 || kommune === undefined) return register
  loaded ??= loadCatalogue()
  const [catalogue, found] = await Promise.all([loaded, registerFigures(pool, unit, indicators, stichtag)])
  const figures = new Map(
    [...found].map(([code, { value, source, start, months }]) => [
      code,
      { label: catalogue.indicators.get(code)?.label ?? code, value, source, time: formatPeriod({ start, months }) },
    ]),
  )
  return { ...register, gemeinden: new Map(register.gemeinden).set(unit, { ...kommune, figures }) }
}
