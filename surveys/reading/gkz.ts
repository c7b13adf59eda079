import type { Register } from './register.ts'

/** What to say of a key that is not the one expected, and the key that was surely meant. */
interface GkzProblem {
  code:
    | 'leading08'
    | 'lostZero'
    | 'ars'
    | 'separators'
    | 'kreis'
    | 'verbund'
    | 'digits'
    | 'noKey'
    | 'unknown'
    | 'otherKommune'
    | 'otherName'
  message: string
  suggestion?: string
}

const onlySixDigits = 'Bitte geben Sie die sechs Ziffern der Gemeindekennziffer ein, ohne „08“ am Anfang.'

/** Reads a key as it was typed. A faulty one comes back with what is wrong and, where it is certain, the right one. */
export function readGkz(raw: string, register: Register): { gkz: string } | { problem: GkzProblem } {
  const text = raw.normalize('NFKC').trim()
  const digits = text.replace(/[\s./-]/g, '')
  const known = (gkz: string) => register.gemeinden.get(gkz)?.name
  const mean = (gkz: string, code: GkzProblem['code'], why: string): { problem: GkzProblem } => {
    const name = known(gkz)
    return name === undefined
      ? { problem: { code, message: `${why} ${onlySixDigits}` } }
      : { problem: { code, message: `${why} Meinen Sie ${gkz} (${name})?`, suggestion: gkz } }
  }

  if (!/^\d+$/.test(digits)) {
    return {
      problem: { code: 'noKey', message: `„${text.slice(0, 40)}“ ist keine Gemeindekennziffer. ${onlySixDigits}` },
    }
  }
  if (digits.length === 12 && digits.startsWith('08')) {
    return mean(digits.slice(2, 5) + digits.slice(9), 'ars', 'Das ist der zwölfstellige Regionalschlüssel.')
  }
  if (digits.length === 8 && digits.startsWith('08')) {
    return mean(digits.slice(2), 'leading08', 'Die Gemeindekennziffer beginnt hier ohne „08“.')
  }
  if (digits.length === 7 && digits.startsWith('8')) {
    return mean(digits.slice(1), 'lostZero', 'Das ist der amtliche Schlüssel, dessen führende Null fehlt.')
  }
  const kreis = kreisOf(digits, register)
  if (kreis !== undefined) {
    const own = `${kreis.key}000`
    const why = `${digits} ist der Schlüssel von: ${kreis.name}.`
    return known(own) === undefined
      ? { problem: { code: 'kreis', message: `${why} Gefragt ist die Kommune, nicht der Kreis. ${onlySixDigits}` } }
      : mean(own, 'kreis', why)
  }
  if (digits.length !== 6) {
    return {
      problem: { code: 'digits', message: `„${text.slice(0, 40)}“ hat ${digits.length} Ziffern. ${onlySixDigits}` },
    }
  }
  if (known(digits) === undefined) {
    const verbund = digits.endsWith('000') ? register.kreise.get(digits.slice(0, 3)) : undefined
    return verbund === undefined
      ? {
          problem: {
            code: 'unknown',
            message: `Eine Kommune mit der Gemeindekennziffer ${digits} gibt es in Baden-Württemberg nicht. Bitte prüfen Sie die Ziffern.`,
          },
        }
      : {
          problem: {
            code: 'verbund',
            message: `${digits} ist die Nummer des Antragsverbunds (${verbund}). Bitte geben Sie die Kennziffer Ihrer Kommune ein.`,
          },
        }
  }
  if (digits !== text)
    return mean(digits, 'separators', 'Bitte geben Sie die Ziffern ohne Leerzeichen, Punkte und Striche ein.')
  return { gkz: digits }
}

/** A Kreis key has 3 digits, or 5 with `08` in front. */
function kreisOf(digits: string, { kreise }: Register): { key: string; name: string } | undefined {
  const key = digits.length === 3 ? digits : digits.length === 5 && digits.startsWith('08') ? digits.slice(2) : ''
  const name = kreise.get(key)
  return name === undefined ? undefined : { key, name }
}

/** Whether a typed key is the one of the Kommune that answers. */
export function checkGkz(raw: string, expected: string, register: Register): GkzProblem | undefined {
  const read = readGkz(raw, register)
  if ('problem' in read) return read.problem
  if (read.gkz === expected) return undefined
  const [typed, own] = [read.gkz, expected].map((gkz) => `${gkz} (${register.gemeinden.get(gkz)?.name ?? 'unbekannt'})`)
  return {
    code: 'otherKommune',
    message: `Ihr Zugangscode gilt für ${own}, eingetragen ist ${typed}. Für jede Kommune gibt es einen eigenen Code.`,
    suggestion: expected,
  }
}

/** Whether the name beside a key is that of its Kommune. Case, umlauts and additions like „Stadt“ or „/Fils“ do not matter. */
export function checkName(name: string, gkz: string, register: Register): GkzProblem | undefined {
  const official = register.gemeinden.get(gkz)?.name
  if (official === undefined || comparableName(name).includes(comparableName(shortName(official)))) return undefined
  return {
    code: 'otherName',
    message: `Die Gemeindekennziffer ${gkz} gehört zu ${official}, als Name steht dort „${name.trim().slice(0, 60)}“. Bitte prüfen Sie beides.`,
  }
}

/** A name without the addition that tells it from others: `Eislingen/Fils`, `Wernau (Neckar)`. */
export const shortName = (name: string) => name.replace(/[(/].*/, '')

/** A name without what people write differently: case, umlauts, blanks, `St.`. */
export function comparableName(name: string): string {
  const folded = name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
  return folded.replace(/\bst\.? /g, 'sankt ').replace(/[^a-z]/g, '')
}
