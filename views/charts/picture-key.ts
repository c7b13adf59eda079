import { escaped } from './escaped.ts'
import { textWidth } from './text-width.ts'
import { color, noteSize } from './theme.ts'

type Key = readonly { sign: 'before' | 'after'; label: string }[]

const lineHeight = 18
const [radius, gap, between] = [4.5, 6, 18]

/** What signs mean, beside each other as far as there is room, from a height on; and where they end. */
export function writeKey(key: Key, from: number, width: number) {
  let [x, end] = [2, key.length === 0 ? from : from + lineHeight]
  const content = key.map(({ sign, label }) => {
    const needed = 2 * radius + gap + textWidth(label, noteSize)
    if (x > 2 && x + needed > width) [x, end] = [2, end + lineHeight]
    const [center, text] = [x + radius + 1, x + 2 * radius + 1 + gap]
    x += needed + between
    const fill = sign === 'before' ? color.sheet : color.ink
    return `<circle cx="${center}" cy="${end - 8}" r="${radius}" fill="${fill}" stroke="${color.ink}" stroke-width="2"/><text x="${text}" y="${end - 4}" font-size="${noteSize}px" fill="${color.ink}">${escaped(label)}</text>`
  })
  return { content: content.join(''), end }
}
