import type { LettersPaper } from '../../views/page-data/papers.ts'
import type { Config } from '../boot/config.ts'

/** Who writes, as far as the operator's file says it. */
export function senderOf({
  operator: { facts },
  contact,
}: Pick<Config, 'operator' | 'contact'>): LettersPaper['sender'] {
  const { name = contact.name, address, client } = facts
  const behalf = client?.name ?? ''
  const place = address === undefined ? [] : [address.street, `${address.postalCode} ${address.city}`]
  const reach: [string, string][] = [
    ['Bei Fragen', contact.name],
    ['Telefon', contact.phone],
    ['E-Mail', contact.mail],
    ['Erreichbar', contact.hours],
  ]
  return {
    name,
    onBehalf: behalf === '' || behalf === name ? '' : `im Auftrag: ${behalf}`,
    returnLine: [name, ...place].join(' · '),
    facts: reach.filter(([, value]) => value !== ''),
  }
}

/** Where the pages of this site are found. */
export const siteAddress = ({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string =>
  publicUrl ?? `http://${host}:${port}`

/** Where one logs in; and the same with a code, in the part of an address that no browser sends to anybody. */
export const entryAddress = (config: Pick<Config, 'publicUrl' | 'host' | 'port'>): string =>
  `${siteAddress(config)}/zugang`
export const linkWithCode = (config: Pick<Config, 'publicUrl' | 'host' | 'port'>, code: string): string =>
  `${entryAddress(config)}#${code}`
