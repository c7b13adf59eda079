import { z } from 'zod'
import { readDay } from '../../../../surveys/reading/typed-date.ts'
import type { OfficialSettings } from '../../../registry/plan-official.ts'

const succession = /^nachfolge-(\d{6})$/

/** What is said beside an official directory: days, and what became of a Kommune, a field each. */
export const officialForm = z
  .object({
    _csrf: z.string(),
    aktion: z.enum(['pruefen', 'einlesen', 'verwerfen']),
    ab: z.string().max(40).default(''),
    stand: z.string().max(40).default(''),
  })
  .catchall(z.string().trim().max(40))
  .refine((typed) =>
    Object.keys(typed).every((name) => ['_csrf', 'aktion', 'ab', 'stand'].includes(name) || succession.test(name)),
  )

/** Settings, or what is wrong with them. */
export function officialSettings(typed: z.infer<typeof officialForm>): OfficialSettings | string[] {
  const problems: string[] = []
  const day = (label: string, text: string) => {
    const read = readDay(text)
    if (read.state === 'unreadable')
      problems.push(`${label}: „${text}“ ist kein Tag. Erwartet wird zum Beispiel 01.01.2026.`)
    return read.state === 'given' ? read.value : undefined
  }
  const [ab, stand] = [day('Gilt ab', typed.ab), day('Tag der Einwohnerzahlen', typed.stand)]
  const nachfolge: Record<string, string> = {}
  for (const [name, value] of Object.entries(typed)) {
    const [, gkz] = succession.exec(name) ?? []
    if (gkz === undefined || typeof value !== 'string' || value === '') continue
    if (/^\d{6}$/.test(value)) nachfolge[gkz] = value
    else problems.push(`Aufgegangen in: „${value}“ ist keine Gemeindekennziffer. Erwartet werden sechs Ziffern.`)
  }
  if (problems.length > 0) return problems
  return { ...(ab === undefined ? {} : { ab }), ...(stand === undefined ? {} : { stand }), nachfolge }
}

/** Whether what is typed is what the preview was made with, where it filled in the rest by itself. */
export function isSameSettings(
  typed: OfficialSettings,
  shown: OfficialSettings,
  suggested: Record<string, string>,
): boolean {
  const said = { ...suggested, ...shown.nachfolge }
  const keys = new Set([...Object.keys(said), ...Object.keys(typed.nachfolge ?? {})])
  return (
    typed.ab === shown.ab &&
    typed.stand === shown.stand &&
    [...keys].every((key) => (typed.nachfolge?.[key] ?? '') === (said[key] ?? ''))
  )
}
