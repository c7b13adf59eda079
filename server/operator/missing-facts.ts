import type { Operator } from '../../schemas/operator.ts'
import type { OwnPage, SiteOperator } from './site-operator.ts'

/** A fact that the public pages want and that nobody has given. */
export interface MissingFact {
  /** Where it belongs in the file: `accessibility.state`. */
  field: string
  label: string
  /** What asks for it. */
  why: string
  /** Law or trust needs it: without it no real wave is opened. */
  needed: boolean
}

interface Wish extends MissingFact {
  /** The page that shows it; whoever writes that page in words of their own says it there. */
  page?: OwnPage
  isGiven: (facts: Partial<Operator>) => boolean
}

/** Everything that is not there. What is null is there: it says that there is none. */
export function missingFacts({ facts, ownTexts }: SiteOperator): MissingFact[] {
  return wishes
    .filter(({ page, isGiven }) => !(page !== undefined && ownTexts[page] !== undefined) && !isGiven(facts))
    .map(({ field, label, why, needed }) => ({ field, label, why, needed }))
}

type Given = (facts: Partial<Operator>) => unknown

const wish =
  (page: OwnPage | undefined, needed = true) =>
  (field: string, label: string, why: string, value: Given): Wish => ({
    field,
    label,
    why,
    needed,
    ...(page === undefined ? {} : { page }),
    isGiven: (facts) => value(facts) !== undefined,
  })

const imprint = wish('impressum')
const privacy = wish('datenschutz')
const accessible = wish('barrierefreiheit')
const trust = wish(undefined)
const welcome = wish(undefined, false)

/** Given, or not asked for. */
const unless = (notAsked: boolean, value: unknown) => (notAsked ? null : value)

const wishes: readonly Wish[] = [
  trust('name', 'Name der Stelle', '§ 5 Absatz 1 Nummer 1 DDG, Artikel 13 Absatz 1 Buchstabe a DSGVO', (o) => o.name),
  imprint('legalForm', 'Rechtsform', '§ 5 Absatz 1 Nummer 1 DDG', (o) => o.legalForm),
  trust('address', 'Anschrift', '§ 5 Absatz 1 Nummer 1 DDG, § 18 Absatz 1 MStV', (o) => o.address),
  imprint(
    'representative',
    'Vertretungsberechtigte Person',
    '§ 5 Absatz 1 Nummer 1 DDG, § 18 Absatz 1 MStV',
    (o) => o.representative,
  ),
  trust('contact.phone', 'Telefon', '§ 5 Absatz 1 Nummer 2 DDG; wen Befragte anrufen', (o) => o.contact?.phone),
  trust('contact.mail', 'E-Mail-Adresse', '§ 5 Absatz 1 Nummer 2 DDG', (o) => o.contact?.mail),
  imprint('supervisoryBody', 'Aufsicht, oder null', '§ 5 Absatz 1 Nummer 3 DDG', (o) => o.supervisoryBody),
  imprint('register', 'Register und Nummer, oder null', '§ 5 Absatz 1 Nummer 4 DDG', (o) => o.register),
  imprint('vatId', 'USt-IdNr., oder null', '§ 5 Absatz 1 Nummer 6 DDG', (o) => o.vatId),
  trust('client', 'Auftraggeber, oder null', 'in wessen Auftrag gefragt wird', (o) => o.client),
  trust(
    'genuine.announced',
    'Seite des amtlichen Auftritts, die diese Adresse nennt',
    'woran man sieht, dass die Seite echt ist',
    (o) => o.genuine?.announced,
  ),
  trust(
    'answering.purpose',
    'Zweck der Befragung',
    'Artikel 13 Absatz 1 Buchstabe c DSGVO',
    (o) => o.answering?.purpose,
  ),
  trust(
    'answering.mandatory',
    'ob man antworten muss',
    'Artikel 13 Absatz 2 Buchstabe e DSGVO',
    (o) => o.answering?.mandatory,
  ),
  trust('answering.law', 'Gesetz, nach dem man antworten muss', 'Artikel 13 Absatz 2 Buchstabe e DSGVO', (o) =>
    unless(o.answering?.mandatory !== true, o.answering?.law),
  ),
  trust(
    'answering.consequence',
    'was folgt, wenn man nicht antwortet',
    'Artikel 13 Absatz 2 Buchstabe e DSGVO',
    (o) => o.answering?.consequence,
  ),
  privacy(
    'dataProtectionOfficer',
    'Datenschutzbeauftragte/-r',
    'Artikel 13 Absatz 1 Buchstabe b DSGVO',
    (o) => o.dataProtectionOfficer,
  ),
  privacy(
    'privacy.basis',
    'Rechtsgrundlage nach Artikel 6 DSGVO',
    'Artikel 13 Absatz 1 Buchstabe c DSGVO',
    (o) => o.privacy?.basis,
  ),
  privacy('privacy.law', 'Gesetz dazu', 'Artikel 13 Absatz 1 Buchstabe c DSGVO', (o) =>
    unless(o.privacy?.basis === 'consent' || o.privacy?.basis === 'legitimateInterest', o.privacy?.law),
  ),
  privacy('privacy.legitimateInterest', 'berechtigtes Interesse', 'Artikel 13 Absatz 1 Buchstabe d DSGVO', (o) =>
    unless(o.privacy?.basis !== 'legitimateInterest', o.privacy?.legitimateInterest),
  ),
  privacy(
    'privacy.source',
    'woher die Adressen der Befragten stammen',
    'Artikel 14 Absatz 2 Buchstabe f DSGVO',
    (o) => o.privacy?.source,
  ),
  privacy(
    'privacy.recipients',
    'Empfänger personenbezogener Daten, oder []',
    'Artikel 13 Absatz 1 Buchstabe e DSGVO',
    (o) => o.privacy?.recipients,
  ),
  privacy(
    'privacy.processors',
    'Auftragsverarbeiter, oder []',
    'Artikel 13 Absatz 1 Buchstabe e DSGVO',
    (o) => o.privacy?.processors,
  ),
  privacy(
    'privacy.thirdCountries',
    'Übermittlung in Drittländer, oder null',
    'Artikel 13 Absatz 1 Buchstabe f DSGVO',
    (o) => o.privacy?.thirdCountries,
  ),
  privacy(
    'privacy.retention.answers',
    'Speicherdauer der Antworten',
    'Artikel 13 Absatz 2 Buchstabe a DSGVO',
    (o) => o.privacy?.retention?.answers,
  ),
  privacy(
    'privacy.retention.log',
    'Speicherdauer der Protokolle',
    'Artikel 13 Absatz 2 Buchstabe a DSGVO',
    (o) => o.privacy?.retention?.log,
  ),
  privacy(
    'supervisoryAuthority',
    'Datenschutz-Aufsichtsbehörde des Landes',
    'Artikel 13 Absatz 2 Buchstabe d DSGVO',
    (o) => o.supervisoryAuthority,
  ),
  accessible(
    'accessibility.law',
    'Gesetz zur Barrierefreiheit',
    'Mustererklärung, Einleitung',
    (o) => o.accessibility?.law,
  ),
  accessible('accessibility.state', 'Stand der Vereinbarkeit', 'Mustererklärung, Stand', (o) => o.accessibility?.state),
  accessible(
    'accessibility.exceptions',
    'was nicht barrierefrei ist, mit Grund',
    'Mustererklärung, nicht barrierefreie Inhalte',
    (o) => unless(o.accessibility?.state === 'full', o.accessibility?.exceptions?.[0]),
  ),
  accessible(
    'accessibility.method',
    'wie geprüft wurde',
    'Mustererklärung, Erstellung',
    (o) => o.accessibility?.method,
  ),
  accessible('accessibility.assessor', 'wer geprüft hat', 'Mustererklärung, Erstellung', (o) =>
    unless(o.accessibility?.method !== 'thirdParty', o.accessibility?.assessor),
  ),
  accessible(
    'accessibility.notAssessed',
    'was nicht geprüft wurde, oder []',
    'Mustererklärung, Erstellung',
    (o) => o.accessibility?.notAssessed,
  ),
  accessible(
    'accessibility.created',
    'Tag der Erstellung',
    'Mustererklärung, Erstellung',
    (o) => o.accessibility?.created,
  ),
  accessible(
    'accessibility.arbitrationBoard',
    'Schlichtungsstelle des Landes',
    'Mustererklärung, Durchsetzung',
    (o) => o.accessibility?.arbitrationBoard,
  ),
  welcome('contact.hours', 'Zeiten, zu denen jemand hilft', 'wann Befragte anrufen können', (o) => o.contact?.hours),
  welcome('answering.effort', 'wie lange es dauert', 'was Befragte einplanen', (o) => o.answering?.effort),
  welcome(
    'answering.results',
    'was aus den Antworten wird',
    'wozu Befragte sich die Mühe machen',
    (o) => o.answering?.results,
  ),
  welcome('funder', 'wer die Befragung bezahlt, oder null', 'in wessen Auftrag gefragt wird', (o) => o.funder),
  welcome(
    'genuine.mailFrom',
    'womit unsere Absenderadressen enden',
    'woran man sieht, dass eine Nachricht echt ist',
    (o) => o.genuine?.mailFrom,
  ),
  welcome('logo', 'Logo', 'woran man die Stelle erkennt', (o) => o.logo),
  welcome(
    'accessibility.reviewed',
    'Tag der letzten Durchsicht',
    'Mustererklärung, Erstellung',
    (o) => o.accessibility?.reviewed,
  ),
]
