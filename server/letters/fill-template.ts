import type { LetterPart } from '../../views/page-data/papers.ts'
import { fillLines, fillSubject, gapsOf, type TemplateText } from '../templates/template-text.ts'
import { type Filling, isBlock } from './gaps.ts'

/** Fills the gaps. A paragraph of which no line is left goes. */
export function fillTemplate(
  { subject, lines }: TemplateText,
  filling: Filling,
): { subject: string; parts: LetterPart[] } {
  const parts = paragraphsOf(lines).flatMap((paragraph): LetterPart[] => {
    const [block] = gapsOf(paragraph[0] ?? '').filter(isBlock)
    if (block !== undefined) return [{ kind: block, lines: [] }]
    const filled = fillLines(paragraph, filling)
    return filled.length === 0 ? [] : [{ kind: 'text', lines: filled }]
  })
  return { subject: fillSubject(subject, filling), parts }
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
