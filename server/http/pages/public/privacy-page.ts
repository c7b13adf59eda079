import type { Operator, Privacy } from '../../../../schemas/operator.ts'
import type { FactView } from '../../../../views/page-data/operator-pages.ts'
import type { Pages } from '../../../../views/page-data/pages.ts'
import { contactOf } from '../../../operator/operator-of.ts'
import type { SiteOperator } from '../../../operator/site-operator.ts'
import { mandatoryWords } from './mandatory-words.ts'
import { addressLines, fact, notYet, officeView } from './words.ts'

/** What Artikel 13 DSGVO asks for, item by item. */
export function privacyPage(operator: SiteOperator, titles: ReadonlyMap<string, string>): Pages['datenschutz'] {
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
    recipients: [
      ...(privacy.recipients ?? [notYet]),
      ...(privacy.processors ?? []).map(
        ({ name, place, task }) => `${name}, ${place}: ${task}, als Auftragsverarbeiter nach unserer Weisung`,
      ),
    ],
    thirdCountries: thirdCountryWords(privacy),
    retention: [
      fact('Kontaktdaten und Zugangscodes', retention.contact),
      fact('Antworten', retention.answers),
      fact('Protokolle des Servers und der vorgeschalteten Rechner', retention.log),
    ],
    waves: Object.entries(facts.waves ?? {}).flatMap(([id, wave]) => waveFact(titles.get(id) ?? id, wave)),
    authority: facts.supervisoryAuthority === undefined ? null : officeView(facts.supervisoryAuthority),
  }
}

const grounds: Record<NonNullable<Privacy['basis']>, string> = {
  consent: 'Ihre Einwilligung (Artikel 6 Absatz 1 Buchstabe a DSGVO)',
  legalObligation: 'eine rechtliche Verpflichtung (Artikel 6 Absatz 1 Buchstabe c DSGVO)',
  publicTask: 'eine Aufgabe im öffentlichen Interesse (Artikel 6 Absatz 1 Buchstabe e DSGVO)',
  legitimateInterest: 'ein berechtigtes Interesse (Artikel 6 Absatz 1 Buchstabe f DSGVO)',
}

function basisWords({ basis, law, legitimateInterest }: Privacy): string {
  if (basis === undefined) return notYet
  const beside = law === undefined ? '' : ` in Verbindung mit ${law}`
  const which = basis === 'legitimateInterest' ? ` Es besteht darin: ${legitimateInterest ?? notYet}.` : ''
  return `Rechtsgrundlage ist ${grounds[basis]}${beside}.${which}`
}

function thirdCountryWords({ thirdCountries }: Privacy): string {
  if (thirdCountries === null)
    return 'Personenbezogene Daten werden in kein Land außerhalb der Europäischen Union übermittelt.'
  return `Übermittlung in Länder außerhalb der Europäischen Union: ${thirdCountries ?? notYet}.`
}

/** What holds for a wave of its own. */
function waveFact(label: string, wave: NonNullable<Operator['waves']>[string]): FactView[] {
  const { purpose, retention } = wave
  const lines = [
    ...(purpose === undefined ? [] : [`Zweck: ${purpose}`]),
    ...(wave.mandatory === undefined ? [] : [mandatoryWords(wave)]),
    ...(retention === undefined ? [] : [`Speicherdauer: ${retention}`]),
  ]
  return lines.length === 0 ? [] : [{ label, lines }]
}
