import type { Pool } from 'pg'
import { loadCatalogue } from '../../analysis/indicators/load.ts'
import { formatPeriod } from '../../analysis/sources/period.ts'
import type { Register } from '../../surveys/reading/register.ts'
import { type FiguresWanted, registerFigures } from '../store/register-figures.ts'

let loaded: ReturnType<typeof loadCatalogue> | undefined

/** The register with the figures on Kommunen that a questionnaire shows of the one that answers, if it shows any. */
export async function withFigures(
  pool: Pool,
  register: Register,
  { units, ...wanted }: FiguresWanted & { units: readonly string[] },
  indicators: readonly string[],
): Promise<Register> {
  if (indicators.length === 0) return register
  loaded ??= loadCatalogue()
  const [catalogue, found] = await Promise.all([loaded, registerFigures(pool, units, indicators, wanted)])
  const gemeinden = new Map(register.gemeinden)
  for (const unit of units) {
    const kommune = gemeinden.get(unit)
    if (kommune === undefined) continue
    const figures = new Map(
      [...(found.get(unit) ?? [])].map(([code, { value, source, start, months }]) => [
        code,
        { label: catalogue.indicators.get(code)?.label ?? code, value, source, time: formatPeriod({ start, months }) },
      ]),
    )
    gemeinden.set(unit, { ...kommune, figures })
  }
  return { ...register, gemeinden }
}
