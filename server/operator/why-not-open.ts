import { missingFacts } from './missing-facts.ts'
import type { SiteOperator } from './site-operator.ts'

/** All that keeps a real wave from being opened: nobody is asked by somebody who does not say who it is. */
export function whyNotOpen(operator: SiteOperator): string[] {
  if (operator.facts.invented === true)
    return [
      'Der Betreiber ist erfunden. STICHTAG_OPERATOR nennt die Datei, die sagt, wer diese Erhebung wirklich betreibt.',
    ]
  const missing = missingFacts(operator).filter(({ needed }) => needed)
  if (missing.length === 0) return []
  const where =
    operator.file === '' ? 'STICHTAG_OPERATOR nennt keine Datei.' : `Die Angaben gehören in ${operator.file}.`
  return [
    `Zum Betreiber fehlen Angaben, ohne die keine wirkliche Befragung beginnt. ${where}`,
    ...missing.map(({ field, label, why }) => `${field}: ${label} (${why})`),
  ]
}
