import type { Operator } from '../../../../schemas/operator.ts'
import type { FactView } from '../../../../views/page-data/operator-pages.ts'
import type { Pages } from '../../../../views/page-data/pages.ts'
import { contactOf } from '../../../operator/operator-of.ts'
import type { SiteOperator } from '../../../operator/site-operator.ts'
import type { WaveTerm } from '../../../store/retention-terms.ts'
import { basisWords, recipientWords, thirdCountryWords } from './basis-words.ts'
import { mandatoryWords } from './mandatory-words.ts'
import { officeFacts } from './office-facts.ts'
import { siteTerms, termsOfWave, usualTerms } from './retention-facts.ts'
import { addressLines, fact, notYet, officeView } from './words.ts'

/** What Artikel 13 DSGVO asks for, item by item. */
export function privacyPage(
  operator: SiteOperator,
  titles: ReadonlyMap<string, string>,
  terms: readonly WaveTerm[],
): Pages['datenschutz'] {
  const { facts } = operator
  const { name = notYet, address, answering = {}, dataProtectionOfficer: officer, privacy = {} } = facts
  const { phone, mail } = contactOf(operator)
  const { retention = {} } = privacy
  return {
    own: operator.ownTexts.datenschutz ?? '',
    controller: { name, lines: address === undefined ? [] : addressLines(address), phone, mail, web: '' },
    officer: officer === undefined ? null : officeView({ ...officer, name: officer.name ?? '' }),
    purpose: answering.purpose ?? notYet,
    basis: basisWords(privacy),
    consent: privacy.basis === 'consent',
    objection: privacy.basis === 'publicTask' || privacy.basis === 'legitimateInterest',
    mandatory: mandatoryWords(answering),
    consequence: answering.consequence ?? '',
    source: privacy.source ?? notYet,
    office: officeFacts(),
    recipients: recipientWords(privacy),
    thirdCountries: thirdCountryWords(privacy),
    retention: [
      ...usualTerms(),
      ...siteTerms(),
      fact('Antworten', retention.answers),
      fact('Protokolle des Servers und der vorgeschalteten Rechner', retention.log),
    ],
    waves: [...new Set([...titles.keys(), ...Object.keys(facts.waves ?? {})])].flatMap((id) =>
      waveFact(titles.get(id) ?? id, facts.waves?.[id] ?? {}, titles.has(id) ? termsOfWave(terms, id) : []),
    ),
    authority: facts.supervisoryAuthority === undefined ? null : officeView(facts.supervisoryAuthority),
  }
}

/** What holds for a wave of its own. */
function waveFact(label: string, wave: NonNullable<Operator['waves']>[string], terms: readonly string[]): FactView[] {
  const { purpose, retention } = wave
  const lines = [
    ...(purpose === undefined ? [] : [`Zweck: ${purpose}`]),
    ...(wave.mandatory === undefined ? [] : [mandatoryWords(wave)]),
    ...(retention === undefined ? [] : [`Antworten: ${retention}`]),
    ...terms,
  ]
  return lines.length === 0 ? [] : [{ label, lines }]
}
