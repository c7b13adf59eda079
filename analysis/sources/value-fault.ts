import type { Indicator } from '../../schemas/indicators.ts'

/** What keeps a number from being a value of an indicator. */
export function valueFault({ code, kind }: Indicator, value: number): string | undefined {
  const shown = String(value).replace('.', ',')
  if (kind === 'count' && !Number.isInteger(value))
    return `${shown} ist keine ganze Zahl; ${code} zählt ganze Einheiten.`
  if (kind === 'month') {
    return isMonth(value) ? undefined : `${shown} ist kein Monat; ${code} erwartet JJJJMM, zum Beispiel 201710.`
  }
  if (kind === 'share' && (value < 0 || value > 100)) return `${shown} ist kein Anteil in Prozent (0 bis 100).`
  if (kind !== 'balance' && value < 0) return `${shown} ist kleiner als 0.`
  return undefined
}

function isMonth(value: number): boolean {
  const month = value % 100
  return Number.isInteger(value) && value > 190000 && value < 210000 && month >= 1 && month <= 12
}
