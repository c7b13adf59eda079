import { escaped } from './escaped.ts'
import { wrap } from './text-width.ts'
import { color } from './theme.ts'

interface Paragraph {
  text: string
  size: number
  bold?: boolean
  soft?: boolean
}

/** Writes paragraphs below each other, from a height on; and says where they end. */
export function writeParagraphs(all: readonly Paragraph[], from: number, width: number) {
  let end = from
  const content = all.flatMap(({ text, size, bold = false, soft = false }) =>
    wrap(text, width, size).map((line) => {
      end += Math.round(size * 1.35)
      const weight = bold ? ' font-weight="600"' : ''
      const fill = soft ? color.soft : color.ink
      return `<text x="2" y="${end - Math.round(size * 0.3)}" font-size="${size}px"${weight} fill="${fill}">${escaped(line)}</text>`
    }),
  )
  return { content: content.join(''), end }
}
