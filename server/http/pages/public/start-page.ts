import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import type { Pages } from '../../../../views/page-data/pages.ts'
import { contactOf } from '../../../operator/operator-of.ts'
import type { SiteOperator } from '../../../operator/site-operator.ts'
import { askingFacts } from './asking-facts.ts'
import { type PublicWave, surveyEntry } from './survey-entry.ts'

/** Who asks, why, what is asked at present, and how to see that the page is genuine. `address` is '' where nobody told it. */
export function startPage(
  operator: SiteOperator,
  address: string,
  waves: readonly { wave: PublicWave; instrument: Instrument }[],
): Pages['start'] {
  const { name = '', genuine = {} } = operator.facts
  const { announced = '', mailFrom = '' } = genuine
  const entries = waves.map(({ wave, instrument }) => surveyEntry(wave, instrument))
  return {
    name,
    facts: askingFacts(operator.facts),
    contact: contactOf(operator),
    genuine: { address, announced, mailFrom },
    running: entries.filter(({ open }) => open),
    closed: entries.filter(({ open }) => !open),
  }
}
