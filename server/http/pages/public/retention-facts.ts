import type { FactView } from '../../../../views/page-data/operator-pages.ts'
import { defaultTerms } from '../../../retention/default-terms.ts'
import { siteKinds, siteRules, waveKinds, waveRules } from '../../../retention/rules.ts'
import { lastingWords, termWords } from '../../../retention/words.ts'
import type { WaveTerm } from '../../../store/retention-terms.ts'
import { fact } from './words.ts'

/** How long a wave keeps what, where it says nothing else. */
export const usualTerms = (): FactView[] =>
  waveKinds.map((kind) => fact(waveRules[kind].label, termWords(defaultTerms[kind])))

/** What is kept for a while only. */
export const siteTerms = (): FactView[] =>
  siteKinds
    .filter((kind) => kind !== 'settled')
    .map((kind) => {
      const { label, minutes, after } = siteRules[kind]
      return fact(`${label[0]?.toUpperCase()}${label.slice(1)}`, `${lastingWords(minutes)} nach ${after}`)
    })

/** What a wave keeps for another time than others. */
export const termsOfWave = (terms: readonly WaveTerm[], wave: string): string[] =>
  terms
    .filter((term) => term.wave === wave && termWords(term) !== termWords(defaultTerms[term.kind]))
    .map((term) => `${waveRules[term.kind].label}: ${termWords(term)}`)
