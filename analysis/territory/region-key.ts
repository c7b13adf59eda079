export const levels = ['bund', 'land', 'regierungsbezirk', 'kreis', 'gemeinde'] as const
export type Level = (typeof levels)[number]

/**
 * What an official key says by its form alone. Keys of Baden-Württemberg come in the form they have here: GKZ of six digits,
 * Kreis of three, Regierungsbezirk of one, `08` and `DG`.
 */
type ReadKey =
  | { is: 'unit'; level: Level; key: string }
  /** Of another Land, by its two digits. */
  | { is: 'elsewhere'; land: string }
  /** A Gemeindeverband, which is neither Kommune nor Kreis. */
  | { is: 'verband' }

/** Regierungsbezirke of other Länder, some of them long gone. No Kreis of Baden-Württemberg begins like them. */
const otherDistricts = /^(?:0[1-79]\d|100|110|120|130|1[456]\d)$/

/** A key of one of these lengths that does not begin with 0 lost it in a spreadsheet. */
const lostZero = new Set([1, 4, 7, 11])

export function readKey(text: string): ReadKey | undefined {
  if (/^(?:DG|D|DE)$/.test(text)) return unit('bund', 'DG')
  if (!/^\d{1,12}$/.test(text)) return undefined
  const digits = lostZero.has(text.length) && !text.startsWith('0') ? `0${text}` : text
  if (digits.length === 6) return /^[1-4]/.test(digits) ? unit('gemeinde', digits) : undefined
  if (digits.length === 3) return readThree(digits)
  const land = digits.slice(0, 2)
  if (land < '01' || land > '16') return undefined
  // Other Länder have levels that we do not, and none of their figures is taken: what length their keys have does not matter.
  if (land !== '08') return { is: 'elsewhere', land }
  if (digits.length > 2 && !/^08[1-4]/.test(digits)) return undefined
  switch (digits.length) {
    case 2:
      return unit('land', '08')
    case 5:
      return unit('kreis', digits.slice(2))
    case 8:
      return unit('gemeinde', digits.slice(2))
    case 9:
      return { is: 'verband' }
    case 12:
      return unit('gemeinde', digits.slice(2, 5) + digits.slice(9))
    default:
      return undefined
  }
}

/** `081` is a Regierungsbezirk, `117` a Kreis as it is written here, `110` the one district of Berlin. */
function readThree(digits: string): ReadKey | undefined {
  if (/^08[1-4]$/.test(digits)) return unit('regierungsbezirk', digits.slice(2))
  if (otherDistricts.test(digits)) return { is: 'elsewhere', land: digits.slice(0, 2) }
  return /^[1-4]/.test(digits) ? unit('kreis', digits) : undefined
}

const unit = (level: Level, key: string): ReadKey => ({ is: 'unit', level, key })

/** The level that a key has in the form it is kept in. */
export function levelOf(region: string): Level {
  switch (region.length) {
    case 6:
      return 'gemeinde'
    case 3:
      return 'kreis'
    case 1:
      return 'regierungsbezirk'
    default:
      return region === '08' ? 'land' : 'bund'
  }
}
