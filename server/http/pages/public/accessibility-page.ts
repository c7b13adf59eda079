import type { Accessibility, AccessibilityException } from '../../../../schemas/operator.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { Pages } from '../../../../views/page-data/pages.ts'
import { contactOf } from '../../../operator/operator-of.ts'
import type { SiteOperator } from '../../../operator/site-operator.ts'
import { notYet, officeView } from './words.ts'

/** The statement as the model of the European Union orders it. */
export function accessibilityPage(operator: SiteOperator): Pages['barrierefreiheit'] {
  const { accessibility = {}, name = notYet } = operator.facts
  const { law = notYet, state, exceptions = [], arbitrationBoard: board } = accessibility
  return {
    own: operator.ownTexts.barrierefreiheit ?? '',
    name,
    law,
    state: state === undefined ? `Stand der Vereinbarkeit: ${notYet}.` : `${states[state]} ${standard}.`,
    grounds: grounds.flatMap(({ ground, title }) => {
      const items = exceptions.filter((one) => one.ground === ground)
      return items.length === 0
        ? []
        : [{ title, items: items.map(({ what, alternative = '' }) => ({ what, alternative })) }]
    }),
    pdf: accessibility.pdf ?? ourPdf,
    made: madeWords(accessibility),
    notAssessed: accessibility.notAssessed ?? [`Was nicht geprüft wurde, ist ${notYet}.`],
    contact: contactOf(operator),
    feedback: accessibility.feedback ?? 'so bald wie möglich',
    board: board === undefined ? null : officeView(board),
    arbitrationLaw: accessibility.arbitrationLaw ?? '',
  }
}

const standard = 'mit der Norm EN 301 549 (Web Content Accessibility Guidelines, Stufe AA) vereinbar'

const states: Record<NonNullable<Accessibility['state']>, string> = {
  full: 'Diese Website ist vollständig',
  partial: 'Diese Website ist wegen der unten genannten Ausnahmen teilweise',
  none: 'Diese Website ist nicht',
}

const grounds: { ground: AccessibilityException['ground']; title: string }[] = [
  { ground: 'notCompliant', title: 'Unvereinbarkeit mit den Vorschriften' },
  { ground: 'disproportionate', title: 'Unverhältnismäßige Belastung' },
  { ground: 'outOfScope', title: 'Inhalte, für die die Vorschriften nicht gelten' },
]

const ourPdf =
  'Papierfassung und Quittung sind PDF-Dateien, die nach PDF/UA-1 ausgezeichnet sind: Überschriften, Tabellen und ' +
  'Reihenfolge lassen sich vorlesen. Alles, was in ihnen steht, steht auch auf den Seiten.'

function madeWords({ method, assessor, created, reviewed }: Accessibility): string[] {
  const how = {
    selfAssessment: 'Sie beruht auf einer Selbstbewertung.',
    thirdParty: `Sie beruht auf einer Bewertung durch Dritte: ${assessor ?? notYet}.`,
  }
  return [
    `Diese Erklärung wurde am ${created === undefined ? `(Tag ${notYet})` : formatDate(created)} erstellt.`,
    method === undefined ? `Wie geprüft wurde, ist ${notYet}.` : how[method],
    ...(reviewed === undefined ? [] : [`Zuletzt überprüft wurde sie am ${formatDate(reviewed)}.`]),
  ]
}
