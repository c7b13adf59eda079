import { type Holder, mayUse, type Right } from '../domain/rights.ts'
import {
  accountHref,
  accountsHref,
  admindataHref,
  approvalsHref,
  attritionHref,
  comparisonHref,
  demoMailboxHref,
  descriptionsHref,
  exportsHref,
  homeHref,
  jobsHref,
  kreiseHref,
  logHref,
  mailHref,
  operatorHref,
  personsHref,
  qualificationHref,
  recordHref,
  registerHref,
  retentionHref,
  wavesHref,
} from '../http/pages/intern/addresses.ts'

/** The main pages of staff in the order of the work, each with what it is for and the right it asks for. A new page is one line here. */
const pages: readonly { href: string; label: string; says: string; right: Right; also?: readonly string[] }[] = [
  { href: homeHref, label: 'Übersicht', says: '', right: 'wave.read' },
  {
    href: registerHref,
    label: 'Verzeichnis',
    says: 'Kommunen, Kreise, Verbünde und ihre Anschriften',
    right: 'register.manage',
  },
  { href: wavesHref, label: 'Erhebungen', says: 'anlegen, öffnen, schließen', right: 'wave.manage' },
  {
    href: kreiseHref,
    label: 'Kreis',
    says: 'wo seine Kommunen stehen, in allen Wellen, und sein Bericht',
    right: 'kreis.read',
  },
  {
    href: mailHref,
    label: 'Post',
    says: 'was hinausging und was noch hinausgeht',
    right: 'field.read',
    also: [jobsHref, demoMailboxHref],
  },
  { href: approvalsHref, label: 'Freigaben', says: 'zustimmen, wo es zwei Konten braucht', right: 'approval.decide' },
  { href: descriptionsHref, label: 'Auswertung', says: 'eine Frage in einer Welle', right: 'panel.read' },
  {
    href: comparisonHref,
    label: 'Vergleich',
    says: 'was sich zwischen Wellen verändert hat',
    right: 'panel.read',
  },
  {
    href: attritionHref,
    label: 'Ausfall',
    says: 'wer fehlt, und ob das die Ergebnisse verschiebt',
    right: 'panel.read',
  },
  { href: exportsHref, label: 'Exporte', says: 'Dateien für R, Stata und SPSS', right: 'answers.export' },
  { href: admindataHref, label: 'Verwaltungsdaten', says: 'amtliche Zahlen zum Danebenlegen', right: 'admindata.read' },
  {
    href: qualificationHref,
    label: 'Qualifikation',
    says: 'wie die Integrationsmanager/-innen qualifiziert sind',
    right: 'qualification.read',
  },
  {
    href: operatorHref,
    label: 'Betreiber',
    says: 'wer diese Seite betreibt, und was noch fehlt',
    right: 'operator.read',
  },
  { href: personsHref, label: 'Personen', says: 'Auskunft, Berichtigung, Löschung', right: 'person.manage' },
  { href: retentionHref, label: 'Fristen', says: 'was wie lange aufbewahrt wird', right: 'privacy.read' },
  { href: recordHref, label: 'Verarbeitung', says: 'das Verzeichnis der Verarbeitungen', right: 'privacy.read' },
  { href: logHref, label: 'Protokoll', says: 'wer was getan hat', right: 'audit.read' },
  { href: accountsHref, label: 'Konten', says: 'Konten anlegen, zurücksetzen, sperren', right: 'account.manage' },
  { href: accountHref, label: 'Konto', says: 'Kennwort und Anmeldungen', right: 'account.own' },
]

/** What somebody may open, and in which of them the address lies. */
export function navigationOf(holder: Holder, url: string) {
  const path = url.split('?', 1)[0] ?? ''
  const own = pages.filter(({ right }) => mayUse(holder, right))
  const here =
    own.find(({ also = [] }) => also.some((href) => isBelow(path, href))) ??
    own.filter(({ href }) => isBelow(path, href)).sort(byLength)[0]
  return own.map(({ href, label }) => ({ href, label, current: href === here?.href }))
}

/** Where somebody may go from the overview, and what for. */
export const placesOf = (holder: Holder) =>
  pages
    .filter(({ right, says }) => says !== '' && mayUse(holder, right))
    .map(({ href, label, says }) => ({ href, label, note: says }))

const isBelow = (path: string, href: string) => path === href || path.startsWith(`${href}/`)
const byLength = (a: { href: string }, b: { href: string }) => b.href.length - a.href.length
