import { seal, unseal } from '../domain/sealed.ts'

/** A request as it came, to be answered by another process. */
export interface Asked {
  method: 'GET' | 'HEAD' | 'POST'
  url: string
  headers: Record<string, string | string[]>
  /** The fields of a form that was sent. */
  body: string | undefined
  remoteAddress: string
}

/** What an answer begins with; its body follows in parts. */
export interface Head {
  /** Milliseconds from when it was asked for until somebody took it, and from then on until the answer was there. */
  took: { waited: number; computed: number }
  status: number
  headers: Record<string, string | string[]>
  parts: number
}

/** Neither who asked, with the cookie, nor what was answered lies in the database to be read. */
export const pack = (content: Asked | Head, key: Buffer): Buffer => seal(Buffer.from(JSON.stringify(content)), key)

export const unpackAsked = (sealed: Buffer, key: Buffer): Asked => JSON.parse(unseal(sealed, key).toString())

export const unpackHead = (sealed: Buffer, key: Buffer): Head => JSON.parse(unseal(sealed, key).toString())
