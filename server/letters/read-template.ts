import { isBlock, isGap } from './gaps.ts'
import type { LetterTemplate } from './templates.ts'

/** A template as it was read: its subject, and its paragraphs line by line, both with gaps like `{{frist}}`. */
export interface TemplateText {
  subject: string
  paragraphs: string[][]
}

export const gapIn = /\{\{([^{}]*)\}\}/g

export const gapsOf = (line: string): string[] => [...line.matchAll(gapIn)].map(([, name = '']) => name.trim())

/**
 * Reads a template: 'Betreff: …', a blank line, the text. All faults are told, each with file, line and the gaps that there are.
 */
export function readTemplate(
  file: string,
  text: string,
  template: LetterTemplate,
): { text: TemplateText } | { problems: string[] } {
  const lines = text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/)
  const subject = /^Betreff:\s*(\S.*)$/.exec(lines[0] ?? '')?.[1]?.trim()
  const { block } = template
  const problems = lines.flatMap((line, index) => lineFaults(`${file}: Zeile ${index + 1}`, line, template))
  if (subject === undefined) problems.unshift(`${file}: Zeile 1: Die erste Zeile muss „Betreff: …“ heißen.`)
  else if (lines[1]?.trim() !== '') problems.push(`${file}: Zeile 2: Nach dem Betreff muss eine Leerzeile kommen.`)
  const times = block === undefined ? 1 : lines.filter((line) => line.trim() === `{{${block}}}`).length
  if (times !== 1)
    problems.push(`${file}: Zeile ${lines.length}: {{${block}}} muss genau einmal allein auf einer Zeile stehen.`)
  if (problems.length > 0 || subject === undefined) return { problems }
  return { text: { subject, paragraphs: paragraphsOf(lines.slice(2)) } }
}

function lineFaults(place: string, line: string, { gaps }: LetterTemplate): string[] {
  const known = `Es gibt hier: ${gaps.map((gap) => `{{${gap}}}`).join(', ')}.`
  const named = gapsOf(line)
  const strange = named.filter((name) => !isGap(name) || !gaps.includes(name))
  const crowded = named.filter((name) => isBlock(name) && line.trim() !== `{{${name}}}` && !strange.includes(name))
  return [
    ...strange.map((name) => `${place}: Die Lücke {{${name}}} gibt es in dieser Vorlage nicht. ${known}`),
    ...crowded.map((name) => `${place}: {{${name}}} muss allein auf seiner Zeile stehen.`),
    ...(/\{\{|\}\}/.test(line.replace(gapIn, ''))
      ? [`${place}: Eine Lücke ist nicht geschlossen; geschrieben wird sie {{so}}. ${known}`]
      : []),
  ]
}

/** What blank lines part; a block is a paragraph of its own. */
function paragraphsOf(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = [[]]
  for (const line of lines) {
    const alone = gapsOf(line).some(isBlock)
    if (line.trim() === '' || alone) paragraphs.push([])
    if (line.trim() !== '') paragraphs.at(-1)?.push(line.trim())
    if (alone) paragraphs.push([])
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}
