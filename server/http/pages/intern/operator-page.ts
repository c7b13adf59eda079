import { basename } from 'node:path'
import type { Pages } from '../../../../views/page-data/pages.ts'
import { missingFacts } from '../../../operator/missing-facts.ts'
import type { SiteOperator } from '../../../operator/site-operator.ts'

/** What is known of who runs this site, and what is missing. */
export function operatorPage(operator: SiteOperator): Pages['intern/operator'] {
  const { name = '', invented = false } = operator.facts
  const missing = missingFacts(operator)
  return {
    name,
    file: basename(operator.file),
    invented,
    needed: missing.filter(({ needed }) => needed),
    wished: missing.filter(({ needed }) => !needed),
  }
}
