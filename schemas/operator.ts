// Made from operator.schema.json by `npm run generate`.

export type Text = string
/**
 * Begins with https://.
 */
export type Web = string

/**
 * Who runs this site: what its public pages say. What is left out is not known yet; null says that there is none. `stichtag operator check` tells what law or trust still needs.
 */
export interface Operator {
  /**
   * Where editors find this schema.
   */
  $schema?: string
  /**
   * It does not exist: for trying out. No real wave can be opened with it.
   */
  invented?: true
  /**
   * The full name, as it stands on its letters.
   */
  name: string
  /**
   * Körperschaft des öffentlichen Rechts, GmbH, Landesoberbehörde …
   */
  legalForm?: string
  address?: Address
  representative?: Representative
  /**
   * The register that it is entered in. null: there is none.
   */
  register?: Registration | null
  /**
   * USt-IdNr. (§ 27a UStG). null: there is none.
   */
  vatId?: string | null
  /**
   * Wirtschafts-Identifikationsnummer (§ 139c AO).
   */
  businessId?: string
  /**
   * Who supervises it. null: there is none.
   */
  supervisoryBody?: Office | null
  /**
   * What else the Impressum has to say: share capital, liquidation, a regulated profession, who answers for editorial content.
   */
  further?: Named[]
  /**
   * On whose behalf it asks. null: there is none.
   */
  client?: Office | null
  /**
   * Who pays for it. null: there is none.
   */
  funder?: Office | null
  logo?: Logo
  contact?: OperatorContact
  dataProtectionOfficer?: DataProtectionOfficer
  supervisoryAuthority?: Office
  genuine?: Genuine
  answering?: Answering
  privacy?: Privacy
  accessibility?: Accessibility
  /**
   * What holds for a single wave, by its id, where it is something else or more.
   */
  waves?: {
    [k: string]: OperatorWave
  }
  texts?: OwnTexts
}
export interface Address {
  extra?: Text
  street: Text
  postalCode: string
  city: Text
}
/**
 * Who may act for it.
 */
export interface Representative {
  name: Text
  /**
   * Präsidentin, Geschäftsführer …
   */
  role: string
  address?: Address
}
export interface Registration {
  /**
   * Amtsgericht Musterstadt
   */
  court: string
  /**
   * HRB 1234
   */
  number: string
}
export interface Office {
  name: Text
  address?: Address
  phone?: string
  mail?: string
  web?: Web
}
export interface Named {
  label: Text
  text: Text
}
export interface Logo {
  /**
   * A PNG or SVG beside this file, at most 200 kB.
   */
  file: string
  /**
   * What it says to those who do not see it.
   */
  alt: string
}
export interface OperatorContact {
  name?: Text
  phone?: string
  mail?: string
  /**
   * montags bis freitags von 9 bis 15 Uhr
   */
  hours?: string
}
export interface DataProtectionOfficer {
  name?: Text
  address?: Address
  phone?: string
  mail: string
}
export interface Genuine {
  /**
   * Begins with https://.
   */
  announced?: string
  /**
   * What the addresses end with that we write from: stala.example.de.
   */
  mailFrom?: string
}
export interface Answering {
  /**
   * Why it asks, in a sentence or two.
   */
  purpose?: string
  /**
   * One has to answer.
   */
  mandatory?: boolean
  /**
   * Which law says that one has to answer.
   */
  law?: string
  /**
   * What follows if one does not answer.
   */
  consequence?: string
  /**
   * How long it takes: etwa zwei Stunden, verteilt auf mehrere Tage.
   */
  effort?: string
  /**
   * What becomes of the answers, and where one can read it.
   */
  results?: string
}
export interface Privacy {
  /**
   * Artikel 6 Absatz 1 DSGVO, Buchstabe a, c, e or f.
   */
  basis?: 'consent' | 'legalObligation' | 'publicTask' | 'legitimateInterest'
  /**
   * The law beside it: § 4 LDSG.
   */
  law?: string
  /**
   * Which, where that is the basis.
   */
  legitimateInterest?: string
  /**
   * Where the addresses of those come from who are asked (Artikel 14).
   */
  source?: string
  /**
   * Who gets personal data. []: nobody.
   */
  recipients?: Text[]
  /**
   * Who works on personal data for the operator. []: nobody.
   */
  processors?: Processor[]
  /**
   * To which country outside the EU personal data go, and on which ground. null: there is none.
   */
  thirdCountries?: Text | null
  retention?: Retention
}
export interface Processor {
  name: Text
  place: Text
  task: Text
}
export interface Retention {
  /**
   * No longer shown: each wave says how long it keeps contact data and access codes (stichtag retention set).
   */
  contact?: string
  /**
   * How long answers are kept that can be told apart by person or Kommune.
   */
  answers?: string
  /**
   * How long the logs of this server and its proxy are kept.
   */
  log?: string
}
export interface Accessibility {
  /**
   * The law of the Land: § 10 L-BGG in Verbindung mit der BITV 2.0.
   */
  law?: string
  state?: 'full' | 'partial' | 'none'
  /**
   * What is not accessible, each with its ground.
   */
  exceptions?: AccessibilityException[]
  /**
   * How accessible the PDFs are, where it is not what we say of ours.
   */
  pdf?: string
  method?: 'selfAssessment' | 'thirdParty'
  /**
   * Who assessed it, where it was not the operator.
   */
  assessor?: string
  /**
   * What nobody has assessed. []: nothing.
   */
  notAssessed?: Text[]
  /**
   * The day this statement was made.
   */
  created?: string
  /**
   * The day it was last looked through.
   */
  reviewed?: string
  /**
   * Until when feedback is answered: innerhalb von vier Wochen.
   */
  feedback?: string
  arbitrationBoard?: Office
  /**
   * § 10b L-BGG
   */
  arbitrationLaw?: string
}
export interface AccessibilityException {
  ground: 'notCompliant' | 'disproportionate' | 'outOfScope'
  what: Text
  /**
   * Where the same can be had.
   */
  alternative?: string
}
export interface OperatorWave {
  purpose?: Text
  mandatory?: boolean
  law?: Text
  consequence?: Text
  effort?: Text
  results?: Text
  /**
   * Until when its answers are kept. How long it keeps contact data and the like is told by stichtag retention set.
   */
  retention?: string
}
/**
 * Files in Markdown, beside this one, that stand in place of our templates.
 */
export interface OwnTexts {
  impressum?: Text
  datenschutz?: Text
  barrierefreiheit?: Text
}
