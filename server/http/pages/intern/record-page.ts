import type { FactView } from '../../../../views/page-data/operator-pages.ts'
import type { RecordPage } from '../../../../views/page-data/staff-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import { contactOf } from '../../../operator/operator-of.ts'
import { holdings } from '../../../persons/places.ts'
import { lasting, logRule, waveRules } from '../../../retention/rules.ts'
import { logTermWords, termWords } from '../../../retention/words.ts'
import { basisWords, recipientWords, thirdCountryWords } from '../public/basis-words.ts'
import { mandatoryWords } from '../public/mandatory-words.ts'
import { officeFacts } from '../public/office-facts.ts'
import { siteTerms } from '../public/retention-facts.ts'
import { addressLines, fact, notYet } from '../public/words.ts'
import { gapsOf } from './record/gaps.ts'
import { measures } from './record/measures.ts'
import type { SetUp } from './record/set-up.ts'

/** The record of processing (Art. 30 GDPR) with the measures of Art. 32, from what is configured. */
export function recordPage(setUp: SetUp): RecordPage {
  const { facts } = setUp.config.operator
  return {
    asOf: dayAndTime(setUp.backups.now),
    gaps: gapsOf(setUp),
    sections: [
      { title: 'Verantwortliche Stelle', facts: controller(setUp) },
      { title: 'Zweck und Rechtsgrundlage', facts: purposes(setUp) },
      { title: 'Betroffene Personen und Daten', facts: persons },
      { title: 'Anschriften, Schreiben, Rückfragen und Notizen', facts: [...officeFacts(), ...sending(setUp)] },
      {
        title: 'Empfänger',
        facts: [
          fact('Empfänger und Auftragsverarbeiter', recipients(setUp)),
          fact('Drittländer', thirdCountryWords(facts.privacy ?? {})),
        ],
      },
      { title: 'Löschfristen', facts: terms(setUp) },
      { title: 'Technische und organisatorische Maßnahmen', facts: measures(setUp) },
    ],
  }
}

function controller({ config: { operator } }: SetUp): FactView[] {
  const { name, address, representative, dataProtectionOfficer: officer, supervisoryAuthority } = operator.facts
  const { phone, mail } = contactOf(operator)
  return [
    fact('Name', name),
    fact('Anschrift', address && addressLines(address)),
    fact('Vertreten durch', representative && `${representative.name}, ${representative.role}`),
    fact('Telefon und E-Mail', [phone, mail].filter(Boolean).join(', ') || undefined),
    fact(
      'Datenschutzbeauftragte/-r',
      officer && [officer.name, officer.phone, officer.mail].filter(Boolean).join(', '),
    ),
    fact('Aufsichtsbehörde', supervisoryAuthority?.name),
  ]
}

function purposes({ config: { operator }, titles }: SetUp): FactView[] {
  const { answering = {}, privacy = {}, waves = {} } = operator.facts
  return [
    fact('Rechtsgrundlage', basisWords(privacy)),
    ...[...titles].map(([id, title]) => {
      const own = { ...answering, ...waves[id] }
      return fact(`${title} (${id})`, [`Zweck: ${own.purpose ?? notYet}`, mandatoryWords(own)])
    }),
  ]
}

const persons: FactView[] = [
  fact('Befragte in den Kommunen', [
    holdings.contact,
    holdings.initials,
    holdings.text,
    holdings.device,
    `Zugangscode und Sitzung: ${holdings.secret}`,
  ]),
  fact('Ansprechpersonen, an die geschrieben wird', [holdings.office]),
  fact('Integrationsmanager/-innen', [holdings.number, 'Antworten über die eigene Arbeit', holdings.text]),
  fact('Mitarbeitende der Erhebung', ['Name des Kontos und Rolle', holdings.log, holdings.file]),
  fact('Besucher der Seiten', [holdings.address]),
]

/** Where addresses come from, and which way letters and mails go. */
const sending = ({ config: { mail, operator } }: SetUp): FactView[] => [
  fact('Herkunft der Anschriften', operator.facts.privacy?.source),
  fact(
    'Versand von E-Mails',
    mail.smtp === undefined
      ? 'Sie werden als Datei auf diesem Server abgelegt; wer sie verschickt, ist hier nicht bekannt.'
      : `Über den Mailserver ${mail.smtp.host}, als ${mail.from}.`,
  ),
  fact(
    'Druck von Briefen',
    'Sie entstehen auf diesem Server als PDF oder Tabelle; gedruckt und zugestellt werden sie außerhalb.',
  ),
]

function recipients({ config: { operator } }: SetUp): string[] {
  const words = recipientWords(operator.facts.privacy ?? {})
  return words.length === 0 ? ['niemand außerhalb der verantwortlichen Stelle'] : words
}

function terms({ titles, terms, logDays }: SetUp): FactView[] {
  const ofWave = [...titles].map(([id, title]) => {
    const own = terms.filter(({ wave }) => wave === id)
    const lines = own.some(({ synthetic }) => synthetic)
      ? ['erfundene Angaben: keine Löschung mit dem Ende der Erhebung']
      : own.map((term) => `${waveRules[term.kind].label}: ${termWords(term)}`)
    return fact(`${title} (${id})`, lines)
  })
  const log = fact(logRule.label, logTermWords(logDays))
  return [...ofWave, ...siteTerms(), log, ...lasting.map(({ label, why }) => fact(label, why))]
}
