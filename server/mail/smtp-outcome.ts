import { inOneLine } from './in-one-line.ts'
import type { Outcome } from './letter.ts'

/** What went wrong, as the library tells it. */
export interface SmtpFault extends Error {
  code?: string
  command?: string
  response?: string
  responseCode?: number
}

/** A server that answers this ends the line. */
const closing = 421

/** What a fault means for the mail. `begun`: the server had been given some of its text. */
export function outcomeOfFault(fault: SmtpFault, begun: boolean): Outcome {
  const { code, command, responseCode = 0 } = fault
  const said = inOneLine(fault.response ?? fault.message)
  if (begun) {
    // Only an answer to the text itself says that it was not accepted.
    const isAnswer = command === 'DATA'
    if (isAnswer && responseCode >= 500)
      return { state: 'refused', problem: `Der Mailserver hat die E-Mail abgelehnt: ${said}` }
    if (isAnswer && responseCode >= 400) return later(said, 'this')
    return { state: 'uncertain', problem: `Die Verbindung brach ab, während die E-Mail übergeben wurde: ${said}` }
  }
  if (responseCode === closing) return later(said, 'all')
  if (code === 'EAUTH' && responseCode >= 500)
    return {
      state: 'impossible',
      problem: `Der Mailserver nimmt Name oder Kennwort nicht an (SMTP_URL): ${said}`,
    }
  if (command === 'MAIL FROM' && responseCode >= 500)
    return { state: 'impossible', problem: `Der Mailserver nimmt den Absender nicht an (MAIL_FROM): ${said}` }
  if (code === 'EENVELOPE' && (responseCode >= 500 || command === 'API'))
    return { state: 'refused', problem: `Der Mailserver hat die Adresse abgelehnt: ${said}` }
  return later(said, code === 'EENVELOPE' && command !== 'MAIL FROM' ? 'this' : 'all')
}

const later = (said: string, whom: 'this' | 'all'): Outcome => ({
  state: 'later',
  whom,
  problem:
    whom === 'all'
      ? `Der Mailserver ist nicht erreichbar oder nimmt zurzeit nichts an: ${said}`
      : `Der Mailserver nimmt diese E-Mail zurzeit nicht an: ${said}`,
})
