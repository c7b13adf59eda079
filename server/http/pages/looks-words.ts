import { dayOfTime } from '../../domain/german-time.ts'

const shown = 3

/** That the office looked at a form, for those whose form it is; the last days suffice. */
export function looksWords(looks: readonly Date[]): string {
  const days = [...new Set([...looks].sort((a, b) => b.getTime() - a.getTime()).map(dayOfTime))].slice(0, shown)
  if (days.length === 0) return ''
  return `Am ${days.join(', am ')} hat die erhebende Stelle Ihren Fragebogen angesehen, um Ihnen zu helfen oder Angaben zu prüfen.`
}
