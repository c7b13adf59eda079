import type { Register } from './register.ts'

/** What to say of a number that is not the one expected, and the number that was surely meant. */
interface ImNumberProblem {
  code:
    | 'noNumber'
    | 'letters'
    | 'leading08'
    | 'separators'
    | 'noRunning'
    | 'running'
    | 'digits'
    | 'gemeinde'
    | 'unknownVerbund'
    | 'unknownNumber'
    | 'otherNumber'
  message: string
  suggestion?: string
}

const wanted =
  'Bitte geben Sie die Nummer so ein, wie sie in Ihrem Schreiben steht: sechs Ziffern, ein Bindestrich, drei Ziffern, zum Beispiel 111000-001.'

/** Letters that are written where a digit is meant. */
const digitOf: Readonly<Record<string, string>> = { o: '0', q: '0', i: '1', l: '1', '|': '1', s: '5', b: '8' }

/** Reads a number as it was typed. A faulty one comes back with what is wrong and, where it is certain, the right one. */
export function readImNumber(raw: string, { verbuende, gemeinden }: Register): { number: string } | Faulty {
  const text = raw.normalize('NFKC').trim()
  const shown = `„${text.slice(0, 40)}“`
  const faulty = (code: ImNumberProblem['code'], message: string): Faulty => ({ problem: { code, message } })

  const spelled = text.replace(/[oqilsb|]/gi, (letter) => digitOf[letter.toLowerCase()] ?? letter)
  const plain = spelled.replace(/[\s.,/_‐-―−-]+/g, '-').replace(/^-|-$/g, '')
  if (!/^[\d-]+$/.test(plain) || !/\d/.test(text)) return faulty('noNumber', `${shown} ist keine Nummer. ${wanted}`)
  const parts = form.exec(plain)?.groups
  if (parts === undefined) return faulty('digits', `${shown} hat nicht die richtige Anzahl von Ziffern. ${wanted}`)
  const { land, whole = '', shortened } = parts
  const verbund = (parts.verbund ?? '').replace('-', '')
  const running = whole || (shortened ?? '')
  const number = `${verbund}-${running.slice(-3).padStart(3, '0')}`

  const known = verbuende.get(verbund)
  if (known === undefined) {
    const gemeinde = gemeinden.get(verbund)
    return gemeinde === undefined
      ? faulty('unknownVerbund', `Einen Antragsverbund mit der Nummer ${verbund} gibt es nicht. ${wanted}`)
      : faulty(
          'gemeinde',
          `${verbund} ist die Gemeindekennziffer von ${gemeinde.name}, nicht die Nummer eines Antragsverbunds. ${wanted}`,
        )
  }
  if (running === '')
    return faulty(
      'noRunning',
      `${verbund} ist die Nummer des Antragsverbunds (${known.name}); es fehlen der Bindestrich und Ihre laufende Nummer. ${wanted}`,
    )
  if (!known.numbers.has(number))
    return faulty(
      'unknownNumber',
      `Im Antragsverbund ${verbund} (${known.name}) gibt es die laufende Nummer ${running} nicht. Bitte prüfen Sie die letzten drei Ziffern.`,
    )
  if (number === text) return { number }
  const mean = (code: ImNumberProblem['code'], why: string): Faulty => ({
    problem: { code, message: `${why} Meinen Sie ${number} (${known.name})?`, suggestion: number },
  })
  if (spelled !== text) return mean('letters', `In ${shown} stehen Buchstaben, wo Ziffern gemeint sind.`)
  if (land !== undefined) return mean('leading08', 'Die Nummer beginnt ohne „08“.')
  if (shortened !== undefined) return mean('running', `Die laufende Nummer in ${shown} hat nicht drei Ziffern.`)
  return mean('separators', 'Zwischen der sechsten und der siebten Ziffer steht ein Bindestrich, sonst nichts.')
}

type Faulty = { problem: ImNumberProblem }

/** What can be read for certain once all separators are dashes: a running number with too few or too many digits needs its dash. */
const form = /^(?<land>0?8-?(?=[1-4]))?(?<verbund>\d{3}-?\d{3})(?:-?(?<whole>\d{3})|-(?<shortened>\d{1,2}|0\d{3}))?$/

/** Whether a typed number is the one of the person whose access code is used. */
export function checkImNumber(raw: string, own: string, register: Register): ImNumberProblem | undefined {
  if (raw.trim() === own) return undefined
  const read = readImNumber(raw, register)
  if ('problem' in read) return read.problem
  return {
    code: 'otherNumber',
    message: `Ihr Zugangscode gilt für die Nummer ${own}, eingetragen ist ${read.number}. Für jede Person gibt es einen eigenen Code.`,
    suggestion: own,
  }
}
