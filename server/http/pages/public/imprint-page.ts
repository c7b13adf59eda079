import type { Pages } from '../../../../views/page-data/pages.ts'
import { contactOf } from '../../../operator/operator-of.ts'
import type { SiteOperator } from '../../../operator/site-operator.ts'
import { addressLines, fact, factIfAny, officeLines } from './words.ts'

/** What § 5 DDG and § 18 MStV ask for. */
export function imprintPage(operator: SiteOperator): Pages['impressum'] {
  const { name, legalForm, address, representative, further = [], ...rest } = operator.facts
  const facts = [
    fact('Anbieter', name && [name, ...(address === undefined ? [] : addressLines(address))]),
    ...(address === undefined ? [fact('Anschrift', undefined)] : []),
    fact('Rechtsform', legalForm),
    fact(
      'Vertreten durch',
      representative && [
        `${representative.name}, ${representative.role}`,
        ...(representative.address === undefined ? ['Anschrift wie oben'] : addressLines(representative.address)),
      ],
    ),
    ...factIfAny('Aufsicht', rest.supervisoryBody, officeLines),
    ...factIfAny('Register', rest.register, ({ court, number }) => [`${court}, ${number}`]),
    ...factIfAny('Umsatzsteuer-Identifikationsnummer', rest.vatId, (id) => [id]),
    ...factIfAny('Wirtschafts-Identifikationsnummer', rest.businessId ?? null, (id) => [id]),
    ...factIfAny('Im Auftrag von', rest.client, officeLines),
    ...factIfAny('Gefördert von', rest.funder ?? null, officeLines),
    ...further.map(({ label, text }) => fact(label, text)),
  ]
  return { own: operator.ownTexts.impressum ?? '', facts, contact: contactOf(operator) }
}
