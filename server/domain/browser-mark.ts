import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const separator = '.'

/** What a browser keeps in which somebody has logged in: random, signed for the name of the account, without telling it. */
export function newBrowserMark(name: string, key: Buffer): string {
  const random = randomBytes(12).toString('base64url')
  return `${random}${separator}${sign(random, name, key).toString('base64url')}`
}

/** The random part of a mark that was made for this account, or undefined. */
export function readBrowserMark(mark: string, name: string, key: Buffer): string | undefined {
  const [random = '', signature = ''] = mark.split(separator)
  const [sent, wanted] = [Buffer.from(signature, 'base64url'), sign(random, name, key)]
  return sent.length === wanted.length && timingSafeEqual(sent, wanted) ? random : undefined
}

const sign = (random: string, name: string, key: Buffer) =>
  createHmac('sha256', key).update(`browser ${random} ${name}`).digest()
