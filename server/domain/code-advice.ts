import { normalize } from './crockford.ts'

const length = 16
const group = 4

/** Characters of codes that are taken for each other on paper, beside those that count as the same anyway. */
const alike: Record<string, string> = {
  '0': 'D, Q',
  '1': '7',
  '2': 'Z',
  '5': 'S',
  '6': 'G',
  '7': '1',
  '8': 'B',
  B: '8',
  D: '0',
  G: '6',
  Q: '0',
  S: '5',
  Z: '2',
}

/**
 * What may have gone wrong when a code was typed, from the typed text alone: it says nothing about which codes there are, or
 * whether another spelling would do.
 */
export function codeAdvice(typed: string): string {
  const code = normalize(typed)
  const groups = typed.split(/[\s\p{Pd}_.]+/u).filter((part) => part !== '')
  const sentences = [strange(typed), code.includes('U') ? noU : '']
  if (code.length !== length) sentences.push(`${counted(code.length)} ${whatIsMissing(code.length, groups)}`)
  else if (!code.includes('U')) sentences.push(lookAlikes(code))
  return sentences.filter(Boolean).join(' ')
}

const noU = 'Ein U kommt in keinem Zugangscode vor, vielleicht ist es ein V.'

const counted = (count: number) =>
  `Eingegeben ${count === 1 ? 'ist 1' : `sind ${count}`} Zeichen, ein Zugangscode hat ${length}.`

function strange(typed: string): string {
  const signs = [...new Set(typed.normalize('NFKC').toUpperCase())].filter((sign) => !/[0-9A-Z\s\p{Pd}_.]/u.test(sign))
  if (signs.length === 0) return ''
  const shown = signs.slice(0, group).map((sign) => `„${sign}“`)
  return `${listed(shown)} ${signs.length === 1 ? 'kommt' : 'kommen'} in keinem Zugangscode vor.`
}

function whatIsMissing(count: number, groups: readonly string[]): string {
  if (count > length) return `${count - length === 1 ? 'Eines ist' : `${count - length} sind`} zu viel.`
  if (groups.length > 1) {
    const uneven = groups.findIndex((part) => normalize(part).length !== group)
    if (uneven >= 0) return `Bitte vergleichen Sie die ${uneven + 1}. Gruppe: Jede hat ${group} Zeichen.`
  }
  const missing = length - count
  if (missing % group !== 0) return missing === 1 ? 'Eines fehlt.' : `${missing} fehlen.`
  return missing === group ? 'Es fehlt wohl eine ganze Gruppe.' : `Es fehlen wohl ${missing / group} Gruppen.`
}

function lookAlikes(code: string): string {
  const found = [...new Set(code)].filter((sign) => sign in alike).sort()
  if (found.length === 0) return ''
  const shown = listed(found.map((sign) => `${sign} (${alike[sign]})`))
  return `Leicht zu verwechseln: ${shown}. O und 0 gelten als gleich, I, L und 1 auch.`
}

const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} und ${words.at(-1)}`
