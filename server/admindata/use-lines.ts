import type { IndicatorUse } from './uses.ts'

const german = (count: number) => count.toLocaleString('de-DE')

/** What cannot be used as it stands, and what can; nothing where the file brings wholes. */
export function useLines(uses: readonly IndicatorUse[]): string[] {
  const isUseless = uses.length > 0 && uses.every(({ whole }) => whole === 'none')
  return [
    ...(isUseless ? ['Achtung: Nichts davon kann ein Indikator so verwenden, wie es ist; es sind nur Teile.'] : []),
    ...uses.flatMap(useLine),
  ]
}

const unitsOf = (count: number) => (count === 1 ? 'eine Einheit' : `${german(count)} Einheiten`)

function useLine(use: IndicatorUse): string[] {
  const { indicator, whole, made, incomplete } = use
  if (whole === 'given') return []
  const lacking = `für ${unitsOf(incomplete)} nicht, weil ein Teil fehlt oder keine Zahl hat`
  const isTried = made + incomplete > 0
  if (whole === 'made')
    return [
      `${indicator}: Die Gesamtzahl ist die Summe der Teile, für ${unitsOf(made)}${incomplete > 0 ? `; ${lacking}` : ''}.`,
    ]
  return [
    `${indicator}: keine Gesamtzahl${isTried ? `; sie ließe sich aus den Teilen bilden, aber ${lacking}` : ''}. Verwenden lässt sich ein Teil: ${partsOf(use)}`,
  ]
}

function partsOf({ indicator, breakdowns, breakdownCount }: IndicatorUse): string {
  const named = breakdowns.map((breakdown) => `${indicator}:${breakdown}`).join(' | ')
  return breakdownCount > breakdowns.length ? `${named} | … (insgesamt ${german(breakdownCount)})` : named
}
