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
  logHref,
  mailHref,
  operatorHref,
  personsHref,
  recordHref,
  registerHref,
  retentionHref,
  wavesHref,
} from '../http/pages/intern/addresses.ts'

/** The main pages of staff in the order of the work, each with the right it asks for. A new page is one line here. */
const pages: readonly { href: string; label: string; right: Right; also?: readonly string[] }[] = [
  { href: homeHref, label: 'Übersicht', right: 'wave.read' },
  { href: registerHref, label: 'Verzeichnis', right: 'register.manage' },
  { href: wavesHref, label: 'Erhebungen', right: 'wave.manage' },
  { href: mailHref, label: 'Post', right: 'field.read', also: [jobsHref, demoMailboxHref] },
  { href: approvalsHref, label: 'Freigaben', right: 'approval.decide' },
  { href: descriptionsHref, label: 'Auswertung', right: 'panel.read' },
  { href: comparisonHref, label: 'Vergleich', right: 'panel.read' },
  { href: attritionHref, label: 'Ausfall', right: 'panel.read' },
  { href: exportsHref, label: 'Exporte', right: 'answers.export' },
  { href: admindataHref, label: 'Verwaltungsdaten', right: 'admindata.read' },
  { href: operatorHref, label: 'Betreiber', right: 'operator.read' },
  { href: personsHref, label: 'Personen', right: 'person.manage' },
  { href: retentionHref, label: 'Fristen', right: 'privacy.read' },
  { href: recordHref, label: 'Verarbeitung', right: 'privacy.read' },
  { href: logHref, label: 'Protokoll', right: 'audit.read' },
  { href: accountsHref, label: 'Konten', right: 'account.manage' },
  { href: accountHref, label: 'Konto', right: 'account.own' },
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

const isBelow = (path: string, href: string) => path === href || path.startsWith(`${href}/`)
const byLength = (a: { href: string }, b: { href: string }) => b.href.length - a.href.length
