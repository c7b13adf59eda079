const narrow = /[ifjlrtI1.,:;|!'()[\] ·-]/
const wide = /[mwMW%@—–]/

/** About how wide a text is in Fira Sans, in pixels: the server has no fonts to measure with. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0
  for (const sign of text) ems += narrow.test(sign) ? 0.31 : wide.test(sign) ? 0.86 : /\p{Lu}/u.test(sign) ? 0.62 : 0.55
  return ems * fontSize
}

/** A text on as many lines as it needs, broken between words, and within one only where it has no room on a line of its own. */
export function wrap(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    for (const [place, piece] of pieces(word, width, fontSize).entries()) {
      const last = lines.at(-1)
      const longer = `${last}${place === 0 ? ' ' : ''}${piece}`
      if (last === undefined || last.endsWith(soft) || textWidth(longer, fontSize) > width) lines.push(piece)
      else lines[lines.length - 1] = longer
    }
  }
  return lines.map((line) => line.replace(soft, '-'))
}

/** Where a word goes on in the next line without a hyphen of its own. */
const soft = '\u00ad'

/** A word in pieces that have room, broken at its hyphens if it has some. */
function pieces(word: string, width: number, fontSize: number): string[] {
  return word.split(/(?<=\p{L}-)(?=\p{L})/u).flatMap((part) => {
    if (textWidth(part, fontSize) <= width) return [part]
    const all = ['']
    for (const sign of part) {
      const piece = all.at(-1) ?? ''
      if (piece.length > 1 && textWidth(`${piece}${sign}-`, fontSize) > width) {
        all[all.length - 1] = piece + soft
        all.push(sign)
      } else all[all.length - 1] = piece + sign
    }
    return all
  })
}
