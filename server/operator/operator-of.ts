import { resolve } from 'node:path'
import type { Operator } from '../../schemas/operator.ts'
import { projectRoot } from '../project-root.ts'
import { readOperator } from './read-operator.ts'
import { type SiteOperator, unknownOperator } from './site-operator.ts'

/** Who runs the demo world. */
export const inventedOperator = resolve(import.meta.dirname, 'invented/betreiber.jsonc')

/**
 * Who runs this site: the file says it, and CONTACT_* what it leaves out. Where nobody says anything, and the database
 * is our own, it is the demo world's invented operator.
 */
export function operatorOf(env: Record<string, string>): { operator: SiteOperator } | { problems: string[] } {
  const { STICHTAG_OPERATOR: named, CONTACT_NAME, CONTACT_PHONE, CONTACT_MAIL, DATABASE_URL } = env
  const contact: Operator['contact'] = {
    ...(CONTACT_NAME === undefined ? {} : { name: CONTACT_NAME }),
    ...(CONTACT_PHONE === undefined ? {} : { phone: CONTACT_PHONE }),
    ...(CONTACT_MAIL === undefined ? {} : { mail: CONTACT_MAIL }),
  }
  const isDemo = DATABASE_URL === undefined && Object.keys(contact).length === 0
  if (named === undefined && !isDemo) return { operator: { ...unknownOperator, facts: { contact } } }
  const read = readOperator(named === undefined ? inventedOperator : resolve(projectRoot, named))
  if ('problems' in read) return { problems: read.problems.map((problem) => `STICHTAG_OPERATOR: ${problem}`) }
  const { facts } = read.operator
  return { operator: { ...read.operator, facts: { ...facts, contact: { ...contact, ...facts.contact } } } }
}

/** Whom respondents ask. */
export function contactOf({ facts: { name = 'Ansprechstelle laut Anschreiben', contact = {} } }: SiteOperator) {
  const { phone = '', mail = '', hours = '' } = contact
  return { name: contact.name ?? name, phone, mail, hours }
}
