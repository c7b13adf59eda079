import { createHmac } from 'node:crypto'
import { networkOf } from './network.ts'

/** What stands for a network where tries are counted: whoever reads the table without the secret learns of no address. */
export const networkKey = (ip: string, key: Buffer): string =>
  createHmac('sha256', key)
    .update(`network ${networkOf(ip)}`)
    .digest('base64url')
    .slice(0, 16)
