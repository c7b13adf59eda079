import type { LetterPart } from '../../views/page-data/papers.ts'
import { type Filling, isBlock, isGap } from './gaps.ts'
import { gapIn, gapsOf, type TemplateText } from './read-template.ts'

/** Fills the gaps. A line whose gaps are all empty goes. */
export function fillTemplate(
  { subject, paragraphs }: TemplateText,
  filling: Filling,
): { subject: string; parts: LetterPart[] } {
  const textOf = (name: string) => (isGap(name) && !isBlock(name) ? filling[name] : '')
  const fill = (line: string) => line.replace(gapIn, (_all, name: string) => textOf(name.trim()))
  const parts = paragraphs.flatMap((lines): LetterPart[] => {
    const [block] = gapsOf(lines[0] ?? '').filter(isBlock)
    if (block !== undefined) return [{ kind: block, lines: [] }]
    const kept = lines.filter((line) => {
      const named = gapsOf(line)
      return named.length === 0 || named.some((name) => textOf(name) !== '')
    })
    return kept.length === 0 ? [] : [{ kind: 'text', lines: kept.map(fill) }]
  })
  return { subject: fill(subject).replace(/\s+/g, ' ').trim(), parts }
}
