const narrow = /[ifjlrtI1.,:;|!'()[\] ·-]/
const wide = /[mwMW%@—–]/

/** About how wide a text is in Fira Sans, in pixels: the server has no fonts to measure with. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0
  for (const sign of text) ems += narrow.test(sign) ? 0.31 : wide.test(sign) ? 0.86 : /\p{Lu}/u.test(sign) ? 0.62 : 0.55
  return ems * fontSize
}

/** A label on as many lines as it needs, broken between words. */
export function wrap(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(`${last} ${word}`, fontSize) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** The same on a few lines; what has no place there is left out and marked as such. */
export function wrapShort(text: string, width: number, fontSize: number, most = 2): string {
  const lines = wrap(text, width, fontSize)
  const kept = lines.slice(0, most)
  return lines.length > most ? `${kept.join('\n')} …` : kept.join('\n')
}
