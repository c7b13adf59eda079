/** A template as it was read: its subject, and its text line by line, both with gaps like `{{frist}}`. */
export interface TemplateText {
  subject: string
  lines: readonly string[]
}

/** What a template may and must hold. */
export interface TemplateRules {
  /** The gaps that there are. */
  gaps: readonly string[]
  /** Those of them that are more than words, and so take a line for themselves. */
  blocks?: readonly string[]
  /** The one of them that must stand in it, once. */
  block?: string | undefined
}

const gapIn = /\{\{([^{}]*)\}\}/g

export const gapsOf = (line: string): string[] => [...line.matchAll(gapIn)].map(([, name = '']) => name.trim())

/**
 * Reads a template: 'Betreff: …', a blank line, the text. All faults are told, each with file, line and the gaps that there are.
 */
export function readTemplate(
  file: string,
  text: string,
  rules: TemplateRules,
): { text: TemplateText } | { problems: string[] } {
  const lines = text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/)
  const subject = /^Betreff:\s*(\S.*)$/.exec(lines[0] ?? '')?.[1]?.trim()
  const { block } = rules
  const problems = lines.flatMap((line, index) => lineFaults(`${file}: Zeile ${index + 1}`, line, rules))
  if (subject === undefined) problems.unshift(`${file}: Zeile 1: Die erste Zeile muss „Betreff: …“ heißen.`)
  else if ((lines[1] ?? '').trim() !== '')
    problems.push(`${file}: Zeile 2: Nach dem Betreff muss eine Leerzeile kommen.`)
  else if (lines.length < 3) problems.push(`${file}: Zeile 3: Der Text fehlt.`)
  if (block !== undefined && lines.filter((line) => line.trim() === `{{${block}}}`).length !== 1)
    problems.push(`${file}: Zeile ${lines.length}: {{${block}}} muss genau einmal allein auf einer Zeile stehen.`)
  return problems.length > 0 || subject === undefined ? { problems } : { text: { subject, lines: lines.slice(2) } }
}

function lineFaults(place: string, line: string, { gaps, blocks = [] }: TemplateRules): string[] {
  const known = `Es gibt hier: ${gaps.map((gap) => `{{${gap}}}`).join(', ')}.`
  const named = gapsOf(line)
  const strange = named.filter((name) => !gaps.includes(name))
  const crowded = named.filter((name) => blocks.includes(name) && gaps.includes(name) && line.trim() !== `{{${name}}}`)
  return [
    ...strange.map((name) => `${place}: Die Lücke {{${name}}} gibt es in dieser Vorlage nicht. ${known}`),
    ...crowded.map((name) => `${place}: {{${name}}} muss allein auf seiner Zeile stehen.`),
    ...(/\{\{|\}\}/.test(line.replace(gapIn, ''))
      ? [`${place}: Eine Lücke ist nicht geschlossen; geschrieben wird sie {{so}}. ${known}`]
      : []),
  ]
}

export type Filling = Readonly<Record<string, string>>

const textIn = (filling: Filling, name: string) => (Object.hasOwn(filling, name) ? (filling[name] ?? '') : '')

const fill = (line: string, filling: Filling) =>
  line.replace(gapIn, (_all, name: string) => textIn(filling, name.trim()))

/** Fills the gaps of a text. A line whose gaps are all empty goes. */
export function fillLines(lines: readonly string[], filling: Filling): string[] {
  const kept = lines.filter((line) => {
    const named = gapsOf(line)
    return named.length === 0 || named.some((name) => textIn(filling, name) !== '')
  })
  return kept.map((line) => fill(line, filling))
}

export const fillSubject = (subject: string, filling: Filling): string =>
  fill(subject, filling).replace(/\s+/g, ' ').trim()
