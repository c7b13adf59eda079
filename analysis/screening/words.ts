import { formatNumber } from '../../surveys/reading/number.ts'
import type { Clue, Comparison, Suspect } from './screened.ts'

type Told = Pick<Suspect, 'value' | 'expected' | 'influence' | 'comparisons' | 'clues'> & {
  /** Its printed number. */
  question: string
}

/** Why a value stands where it does, in a sentence: what was given, what would be expected, from what, and what hangs on it. */
export function suspectWords({ value, expected, influence, comparisons, clues, question }: Told): string {
  // Whole persons are expected, and parts of a position where these were given.
  const digits = Number.isInteger(value) ? 0 : 1
  const from = [...comparisons.map((one) => comparedWords(one, digits)), ...checkWords(clues)].join('; ')
  const against =
    expected === undefined
      ? 'zum Vergleich gibt es nichts'
      : `zu erwarten wären etwa ${formatNumber(Number(expected.toFixed(digits)))}`
  return `Angegeben sind ${formatNumber(value)}, ${against} (${from}), und daran hängen ${percentWords(influence)} der Summe von ${question}.`
}

/** A share as people read it, with as many digits as it takes to be told from nothing. */
export function percentWords(share: number): string {
  const percent = share * 100
  if (percent > 0 && percent < 0.005) return 'weniger als 0,01 %'
  return `${formatNumber(Number(percent.toFixed(percent < 1 ? 2 : 1)))} %`
}

function comparedWords(compared: Comparison, digits: number): string {
  if (compared.kind === 'change') {
    const { before, expected } = compared
    const factor = Number((before === 0 ? 1 : expected / before).toFixed(2))
    const usual = factor === 1 ? 'keine Änderung' : `das ${formatNumber(factor)}-Fache`
    return `in der letzten Umfrage ${formatNumber(before)}, üblich seither ${usual}`
  }
  const { expected, count, group } = compared
  return `bei so vielen Einwohnern üblich ${formatNumber(Number(expected.toFixed(digits)))}: ${count} Kommunen, ${group}`
}

function checkWords(clues: readonly Clue[]): string[] {
  const checks = clues.flatMap((clue) => (clue.kind === 'check' ? [clue.justified] : []))
  if (checks.length === 0) return []
  const found = checks.length === 1 ? '1 Prüfung schlägt an' : `${checks.length} Prüfungen schlagen an`
  const how = (Object.keys(justifiedWords) as (typeof checks)[number][]).flatMap((one) => {
    const count = checks.filter((justified) => justified === one).length
    if (count === 0) return []
    return count === checks.length ? [justifiedWords[one]] : [`${count} ${justifiedWords[one]}`]
  })
  return [`${found}, ${how.join(', ')}`]
}

const justifiedWords = {
  no: 'ohne Begründung',
  alike: 'begründet wie bei vielen anderen',
  own: 'mit eigener Begründung',
} as const
