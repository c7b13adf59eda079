import { longestColumn } from './reason-column.ts'

/** What a file may put behind a name, `_w10` and `_fehlt`, still fits then. */
export const longestStem = longestColumn - '_w10_fehlt'.length

/**
 * A name that endings fit behind: of one that is too long, the longest of its words gives its last letter until it fits, the first of
 * several. Files have been given out with these names: the rule never changes, and tests hold what it made of every published name.
 */
export function shortName(name: string, longest: number = longestStem): string {
  const words = name.split('_')
  const length = () => words.reduce((sum, word) => sum + word.length, words.length - 1)
  while (length() > longest) {
    const most = Math.max(...words.map((word) => word.length))
    const place = words.findIndex((word) => word.length === most)
    words[place] = words[place]?.replace(/[a-z](?=\d*$)|.$/, '') ?? ''
  }
  return words.join('_')
}
