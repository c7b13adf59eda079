import { createHash } from 'node:crypto'
import type { OperatorFrame } from '../../../views/page-data/operator-pages.ts'
import type { SiteOperator } from '../../operator/site-operator.ts'

/** Who runs this site, for the head and foot of every page. The address of a logo holds its hash, so that it can be kept for long. */
export function operatorFrame({ facts, logo }: SiteOperator): OperatorFrame {
  const { name = '', invented = false } = facts
  if (logo === undefined) return { name, invented, logo: null }
  const hash = createHash('sha256').update(logo.bytes).digest('base64url').slice(0, 12)
  return { name, invented, logo: { href: `/logo/${hash}.${logo.ending}`, alt: logo.alt } }
}
