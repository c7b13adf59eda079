import type { Config } from './config.ts'

export const oneAddress =
  'Alle Anfragen kommen bisher von einer Adresse. Vermutlich ist es die des vorgeschalteten Servers, und TRUST_PROXY nennt ihn nicht. ' +
  'Dann gelten alle Besucherinnen und Besucher als eine Person, und wer Kennwörter rät, hält alle auf. ' +
  'Bitte geben Sie das an die Stelle weiter, die den Server betreibt.'

/** What to say at the start: where pages are reached by https, somebody else speaks it for us, and passes requests on. */
export function proxyAdvice({ secureCookies, trustProxy }: Pick<Config, 'secureCookies' | 'trustProxy'>): string {
  if (!secureCookies || trustProxy.length > 0) return ''
  return (
    'Hinweis: PUBLIC_URL beginnt mit https, aber TRUST_PROXY fehlt. Ohne die Adresse des vorgeschalteten Servers gelten alle ' +
    'Besucherinnen und Besucher als eine Person, und wer Kennwörter rät, hält alle auf. Abhilfe: zum Beispiel TRUST_PROXY=127.0.0.1.'
  )
}
