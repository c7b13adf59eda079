import { isIP, isIPv4 } from 'node:net'

/**
 * A single address or a network like `10.0.0.0/8`. A network of everything (`/0`) is refused: it would let every
 * client choose its own address.
 */
export function isAddressOrNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  if (isIP(address) === 0 || rest.length > 0) return false
  if (prefix === undefined) return true
  return /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= (isIPv4(address) ? 32 : 128)
}

export function isHost(text: string): boolean {
  return isIP(text) !== 0 || (text.length <= 253 && text.split('.').every((part) => /^[a-z0-9-]{1,63}$/i.test(part)))
}

export function isDatabaseUrl(text: string): boolean {
  const url = parse(text)
  return url !== undefined && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1
}

export function isOrigin(text: string): boolean {
  const url = parse(text)
  if (url === undefined || !/^https?:$/.test(url.protocol)) return false
  return `${url.protocol}//${url.host}/` === url.href
}

/** What may be shown of an address somebody typed: a password may hold any sign, so all before the last @ goes. */
export function withoutPassword(text: string): string {
  return text.replace(/^([a-z+]*:\/\/)?.*@/is, (_all, scheme = '') => `${scheme}…@`).replace(/\?.*$/s, '?…')
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}
