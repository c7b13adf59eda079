import { type Filling, type Gap, isGap } from './gaps.ts'

/** A template as it was read: its subject and its text, both with gaps like `{{frist}}`. */
export interface TemplateText {
  subject: string
  body: string
}

const gapIn = /\{\{([^{}]*)\}\}/g

/**
 * Reads a template: 'Betreff: …', a blank line, the text. All faults are told, each with file, line and the gaps that there are.
 */
export function readTemplate(
  file: string,
  text: string,
  allowed: readonly Gap[],
): { template: TemplateText } | { problems: string[] } {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const subject = /^Betreff:\s*(\S.*)$/.exec(lines[0] ?? '')?.[1]?.trim()
  const known = `Es gibt hier: ${allowed.map((gap) => `{{${gap}}}`).join(', ')}.`
  const problems = lines.flatMap((line, index) => {
    const place = `${file}: Zeile ${index + 1}`
    const named = [...line.matchAll(gapIn)].map(([, name = '']) => name.trim())
    const strange = named.filter((name) => !isGap(name) || !allowed.includes(name))
    const rest = line.replace(gapIn, '')
    return [
      ...strange.map((name) => `${place}: Die Lücke {{${name}}} gibt es in dieser Vorlage nicht. ${known}`),
      ...(/\{\{|\}\}/.test(rest)
        ? [`${place}: Eine Lücke ist nicht geschlossen; geschrieben wird sie {{so}}. ${known}`]
        : []),
    ]
  })
  if (subject === undefined) problems.unshift(`${file}: Zeile 1: Die erste Zeile muss „Betreff: …“ heißen.`)
  else if (lines[1]?.trim() !== '') problems.push(`${file}: Zeile 2: Nach dem Betreff muss eine Leerzeile kommen.`)
  const body = lines.slice(2).join('\n').trim()
  if (body === '' && problems.length === 0) problems.push(`${file}: Zeile 3: Der Text fehlt.`)
  return problems.length > 0 || subject === undefined ? { problems } : { template: { subject, body } }
}

/** Fills the gaps. A line whose gaps are all empty goes, and with it blank lines that would then stand twice. */
export function fillTemplate({ subject, body }: TemplateText, filling: Filling): TemplateText {
  const fill = (line: string) => line.replace(gapIn, (_all, name: string) => filled(filling, name.trim()))
  const kept = body.split('\n').filter((line) => {
    const named = [...line.matchAll(gapIn)].map(([, name = '']) => name.trim())
    return named.length === 0 || named.some((name) => filled(filling, name) !== '')
  })
  return {
    subject: fill(subject).replace(/\s+/g, ' ').trim(),
    body: kept
      .map(fill)
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  }
}

const filled = (filling: Filling, name: string): string => (isGap(name) ? filling[name] : '')
