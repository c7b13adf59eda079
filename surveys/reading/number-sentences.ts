import { adviceForUnknown, type Offered } from './not-known.ts'
import { formatNumber, type NumberProblem, typedNumber } from './number.ts'

/** What to say of a text that is not the number asked for. */
export function numberSentence(problem: NumberProblem, raw: string, offered: Offered): string {
  const typed = `„${raw.trim().slice(0, 40)}“`
  switch (problem.code) {
    case 'negative':
      return `${typed} ist kleiner als 0. Bitte geben Sie eine Zahl ab 0 ein.`
    case 'fraction':
      return `${typed} ist keine ganze Zahl. Bitte zählen Sie ganze Personen.`
    case 'commaAmongThousands': {
      const asked = `Meinen Sie ${problem.meant.map(formatNumber).join(' oder ')}?`
      return problem.meant.length === 1
        ? `${typed} ist keine ganze Zahl. ${asked}`
        : `${typed} ist nicht eindeutig: Das Komma kann Tausender trennen oder vor drei Nullen stehen. ${asked}`
    }
    case 'ambiguous':
      return `${typed} ist nicht eindeutig: Ein Punkt trennt hier nur Tausender, wie in 1.234. Bitte geben Sie eine ganze Zahl ohne Punkt ein.`
    case 'ambiguousDecimal': {
      const rounded = problem.rounded ? ', auf zwei Stellen gerundet,' : ''
      return `${typed} ist nicht eindeutig: Der Punkt kann Tausender trennen oder ein Komma meinen. Bitte schreiben Sie ${problem.whole} oder${rounded} ${typedNumber(problem.fraction)}.`
    }
    case 'tooPrecise':
      return `${typed} hat mehr als zwei Stellen hinter dem Komma. Bitte runden Sie auf zwei Stellen.`
    case 'approximate':
      return `Bitte geben Sie nur die Zahl ein, also ${formatNumber(problem.number)} statt ${typed}. Was sie ungenau macht, gehört in den Kommentar.`
    case 'lookAlike':
      return `In ${typed} steht ein Buchstabe, der wie eine Ziffer aussieht. Meinen Sie ${formatNumber(problem.number)}?`
    case 'placeholder':
      return `${typed} ist keine Zahl. ${adviceForUnknown(offered)}; 0 heißt: ${problem.whole ? 'keine Person' : 'nichts davon'}.`
    case 'tooLarge':
      return `${typed} ist zu groß. Bitte prüfen Sie die Zahl.`
    case 'overHundred':
      return problem.meant === undefined
        ? `${typed} ist mehr als 100 Prozent. Bitte geben Sie eine Zahl von 0 bis 100 ein.`
        : `${typed} ist mehr als 100 Prozent. Meinen Sie ${formatNumber(problem.meant)}?`
    case 'notADecimal':
      return `${typed} ist keine Zahl. Bitte geben Sie eine Zahl ab 0 ein, zum Beispiel 12 oder 1,5.`
    case 'notANumber':
      return `${typed} ist keine Zahl. Bitte geben Sie eine ganze Zahl ab 0 ein, zum Beispiel 120.`
  }
}
