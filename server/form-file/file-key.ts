import { createHmac, timingSafeEqual } from 'node:crypto'

/** Whose file it is, and the state of the form that it was made from. */
export interface FileOrigin {
  wave: string
  unit: string
  version: string
  rev: number
}

/** The word in a file that says so, which nobody can make who does not have our key. */
export const fileKey = (origin: FileOrigin, key: Buffer): string => `${wordsOf(origin)}/${checkValue(origin, key)}`

const wordsOf = ({ wave, unit, version, rev }: FileOrigin) => [wave, unit, version, rev].join('/')

const checkValue = (origin: FileOrigin, key: Buffer) =>
  createHmac('sha256', key).update(wordsOf(origin)).digest('base64url').slice(0, 22)

const form = /^([a-z0-9-]+)\/([\w-]+)\/([0-9.]+)\/(\d{1,9})\/([\w-]{22})$/

/** What the word says, if it is one of ours. */
export function readFileKey(text: string, key: Buffer): FileOrigin | undefined {
  const [, wave = '', unit = '', version = '', rev = '', sent = ''] = form.exec(text.trim()) ?? []
  const origin = { wave, unit, version, rev: Number(rev) }
  const right = checkValue(origin, key)
  return sent.length === right.length && timingSafeEqual(Buffer.from(sent), Buffer.from(right)) ? origin : undefined
}

/** Why a file belongs to another form, or ''. */
export function otherForm(found: FileOrigin, own: Omit<FileOrigin, 'rev'>): string {
  if (found.wave !== own.wave)
    return `Die Datei gehört zur Erhebung „${found.wave}“, dieser Fragebogen zu „${own.wave}“. ${takeOurs}`
  if (found.unit !== own.unit)
    return `Die Datei gehört zu ${found.unit}, dieser Fragebogen zu ${own.unit}. Bitte laden Sie sie im Fragebogen von ${found.unit} hoch.`
  if (found.version !== own.version)
    return `Die Datei ist für die Fassung ${found.version} des Fragebogens, dieser hat die Fassung ${own.version}. ${takeOurs}`
  return ''
}

export const takeOurs =
  'Bitte laden Sie hier eine neue Datei herunter und übertragen Sie Ihre Angaben in die Spalte „Ihre Angabe“.'
