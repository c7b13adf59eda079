import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import type { Preparation } from '../../../../surveys/preparation/preparation-of.ts'
import type { Pages } from '../../../../views/page-data/pages.ts'
import { contactOf } from '../../../operator/operator-of.ts'
import type { SiteOperator } from '../../../operator/site-operator.ts'
import { surveyHref, surveyPaperHref } from '../addresses.ts'
import { fristWords, type PublicWave, surveyEntry } from './survey-entry.ts'
import { fact, factIfAny } from './words.ts'

/** Whom to ask before one answers, and what to have at hand: in the words of the survey, with the dates of the wave. */
export function preparationPage(
  operator: SiteOperator,
  wave: PublicWave,
  instrument: Instrument,
  preparation: Preparation,
): Pages['preparation'] {
  const { title, stichtag, synthetic } = surveyEntry(wave, instrument)
  const { answering, waves = {} } = operator.facts
  const effort = waves[wave.id]?.effort ?? answering?.effort
  return {
    ...preparation,
    title,
    synthetic,
    surveyHref: surveyHref(wave.id),
    paperHref: surveyPaperHref(wave.id),
    facts: [
      ...(stichtag === '' ? [] : [fact('Stichtag', `${stichtag}; für diesen Tag gelten die Zahlen`)]),
      fact('Frist', fristWords(wave)),
      ...factIfAny('Wie lange das Ausfüllen dauert', effort ?? null, (one) => [one]),
    ],
    terms: termsOf(instrument),
    contact: contactOf(operator),
  }
}

/** Each word that a question uses, once, in the order of the alphabet. */
function termsOf({ terms }: Instrument): Pages['preparation']['terms'] {
  const byName = new Map([...terms.values()].flat().map((one) => [one.term, one]))
  return [...byName.values()].sort((a, b) => a.term.localeCompare(b.term, 'de'))
}
