import { qualifications } from '../../../../analysis/qualifications/qualification.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { LinkedTable, RegisterUnitPage } from '../../../../views/page-data/register-pages.ts'
import { providers, recipientKinds } from '../../../registry/funding/kinds.ts'
import type { ListedProvision, PersonFacts, recipientPast } from '../../../store/funding-list.ts'
import { registerUnitHref } from './addresses.ts'
import { span } from './span.ts'

/** What the register knows of grants and persons under a key. */
export interface UnitFunding {
  recipient: Awaited<ReturnType<typeof recipientPast>>
  provisions: readonly Omit<ListedProvision, 'gkz' | 'name'>[]
  person: PersonFacts
}

/** The same as tables, the newest first; those without a row are left out. */
export function fundingHistories({ recipient, provisions, person }: UnitFunding): RegisterUnitPage['histories'] {
  const tables = [
    history('zuwendung', 'Zuwendung für das Integrationsmanagement', ['Gilt', 'Als', 'Name'], recipient, (one) => [
      { text: span(one.from, one.until) },
      { text: recipientKinds[one.art] },
      { text: one.name },
    ]),
    history('durchfuehrung', 'Wer es durchführt', ['Gilt', 'Durchführung', 'Zuwendung an'], provisions, (one) => [
      { text: span(one.from, one.until) },
      { text: providerWords(one) },
      { text: one.empfaengerName, href: registerUnitHref(one.empfaenger) },
    ]),
    history('einsaetze', 'Einsätze', ['Gilt', 'Zuwendungsempfänger', 'VZÄ'], person.postings, (one) => [
      { text: span(one.valid_from, one.valid_to) },
      { text: one.empfaenger, href: registerUnitHref(one.empfaenger) },
      { text: formatNumber(one.vzae) },
    ]),
    history(
      'qualifikation',
      'Qualifikation nach Nr. 4.2.2 der VwV',
      ['Gilt', 'Qualifikation', 'Nachqualifizierung'],
      person.qualifications,
      (one) => [
        { text: span(one.valid_from, one.valid_to) },
        { text: qualifications[one.art] },
        { text: requalificationWords(one) },
      ],
    ),
    history('fortbildungen', 'Fortbildungen', ['Am'], person.trainings, (am) => [{ text: formatDate(am) }]),
  ]
  return tables.filter(({ table }) => table.rows.length > 0)
}

/** `der Kreis: Landkreis Göppingen`. */
export const providerWords = ({ wer, durchName }: Pick<ListedProvision, 'wer' | 'durchName'>): string =>
  wer === 'selbst' ? providers.selbst : `${providers[wer]}: ${durchName}`

function requalificationWords(one: PersonFacts['qualifications'][number]): string {
  if (one.nachqualifizierung_entfaellt) return 'entfällt'
  if (one.nachqualifizierung_ab === null) return '–'
  const until = one.nachqualifizierung_bis === null ? '' : ` bis ${formatDate(one.nachqualifizierung_bis)}`
  return `ab ${formatDate(one.nachqualifizierung_ab)}${until}`
}

const history = <Row>(
  id: string,
  label: string,
  heads: string[],
  rows: readonly Row[],
  cells: (row: Row) => LinkedTable['rows'][number],
) => ({ id, label, table: { heads, rows: rows.map(cells) } })
