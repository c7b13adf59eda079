import type { Figures, KreisFacts } from '../../schemas/kreisbericht.ts'
import { amount, isGiven, isShare } from './amount.ts'
import { type Noun, nouns } from './german.ts'
import type { Notes } from './notes.ts'
import { scopeOf } from './points.ts'
import type { KreisReport } from './report.ts'
import { inOrder, isExpected, whenWords } from './time.ts'

const shown: readonly { name: keyof Figures; label: string; noun: Noun }[] = [
  { name: 'staffPersons', label: 'Personal', noun: nouns.person },
  { name: 'staffVzae', label: 'Stellen', noun: nouns.vzae },
  { name: 'targetPersons', label: 'Zielgruppe', noun: nouns.person },
  { name: 'caredPersons', label: 'Betreut', noun: nouns.person },
  { name: 'reachedPersons', label: 'Erreicht', noun: nouns.person },
  { name: 'consultations', label: 'Beratungen', noun: nouns.consultation },
  { name: 'integrationPlans', label: 'Integrationspläne', noun: nouns.plan },
  { name: 'grantGranted', label: 'Bewilligt', noun: nouns.euro },
]

/** The newest of each figure that is not only expected. */
export function highlightsOf({ figures = {}, asOf }: KreisFacts, notes: Notes): KreisReport['highlights'] {
  return shown.flatMap(({ name, label, noun }) => {
    const known = (figures[name] ?? []).filter((fact) => isGiven(fact) && !isShare(fact) && !isExpected(fact, asOf))
    const newest = known.toSorted(inOrder).at(-1)
    if (newest === undefined) return []
    const scope = scopeOf(newest)
    const words = `${amount(newest, noun).text} (${whenWords(newest, asOf)}${scope === '' ? '' : `, ${scope}`})`
    return [{ label, value: notes.span(words, newest.origin) }]
  })
}
