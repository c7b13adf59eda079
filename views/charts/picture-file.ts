import type { TopLevelSpec } from 'vega-lite'
import { pictureOf } from './draw.ts'
import { onPaper } from './paper-colors.ts'
import { writeParagraphs } from './paragraphs.ts'
import { writeKey } from './picture-key.ts'
import { fontSize, noteSize } from './theme.ts'

/** What stands around a chart where no page does. */
interface FileText {
  /** What the figures are of. */
  of: string
  title: string
  text: string
  key: readonly { sign: 'before' | 'after'; label: string }[]
  notes: readonly string[]
}

const margin = 16

/** A picture as a file of its own, in the colors of paper; without its fonts, since what makes a PNG of it has them. */
export async function drawFile(spec: TopLevelSpec, { of, title, text, key, notes }: FileText): Promise<string> {
  const picture = await pictureOf(spec, notes)
  const head = writeParagraphs(
    [
      { text: of, size: fontSize + 3, bold: true },
      { text: title, size: fontSize, bold: true },
      { text, size: noteSize, soft: true },
    ],
    0,
    picture.width - 4,
  )
  const signs = writeKey(key, head.end + 4, picture.width - 4)
  const top = signs.end + 10
  const [width, height] = [picture.width + 2 * margin, top + picture.height + 2 * margin].map(Math.ceil)
  const content = `${head.content}${signs.content}<g transform="translate(0,${top})">${picture.content}</g>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${family}"><rect width="${width}" height="${height}" fill="#fff"/><g transform="translate(${margin},${margin})">${content}</g></svg>`
  return onPaper(svg).replaceAll('font-family="inherit"', `font-family="${family}"`)
}

/** Programs that do not look for fonts inside a file take one that is about as wide. */
const family = "'Fira Sans', Arial, Helvetica, sans-serif"
