/** The addresses of a form's pages, said here and nowhere else. */
export const hubHref = (wave: string) => `/erhebung/${wave}`
export const sectionHref = (wave: string, section: string) => `/erhebung/${wave}/abschnitt/${section}`
export const checkHref = (wave: string) => `/erhebung/${wave}/pruefen`
export const printHref = (wave: string) => `/erhebung/${wave}/drucken`
export const parkedHref = (wave: string) => `/erhebung/${wave}/aufbewahrt`
export const receiptHref = (wave: string, receipt: string) => `/erhebung/${wave}/quittung/${receipt}`
export const receiptFileHref = (wave: string, receipt: string) => `${receiptHref(wave, receipt)}/datei`
export const loginHref = (next: string) => `/zugang?weiter=${encodeURIComponent(next)}`

/** An address of our own to return to after the login, with the place on its page, or ''. Anything that could lead elsewhere is dropped. */
export function safeReturn(next: unknown): string {
  return typeof next === 'string' && /^\/erhebung\/[a-z0-9-]+(?:\/[a-zA-Z0-9-]+){0,3}(?:#[\w-]{1,64})?$/.test(next)
    ? next
    : ''
}
