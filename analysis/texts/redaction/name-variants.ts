import { isCommon } from './common-words.ts'
import { fold } from './words.ts'

/** A way in which a name is written, and the name that it stands for. */
export interface Variant {
  text: string
  name: string
}

const addition = / (?:an der|am|auf den|auf der|unter den|unter|im|ob|in|der) .*$/

/** What says nothing alone. */
const notAlone = new Set(['Baden', 'Bad', 'Kleines'])

/**
 * How people write the name of a Kommune: in full, without its addition (`Esslingen`, `Singen`), with what is added put directly
 * behind it (`Kirchheim/Teck`), `Sankt` for `St.`, a spa without its `Bad`, and each half of a double name.
 */
export function kommuneVariants(name: string): Variant[] {
  const plain = name.replace(/ ?[(/].*$/, '')
  const short = plain.replace(addition, '')
  const texts = new Set([name, plain, short])
  if (short !== plain && !isCommon(fold(short)))
    texts.add(plain.replace(/ (?:an der|auf den|unter den|am|auf|unter|im|ob) /, '/'))
  for (const text of [...texts]) {
    texts.add(text.replace(/^St\. /, 'Sankt '))
    texts.add(text.replace(/^(?:Bad|Schwäbisch) /, ''))
  }
  for (const half of short.includes('-') ? short.split('-') : []) {
    texts.add(half)
    texts.add(half.replace(/^Bad /, ''))
  }
  return [...texts].filter((text) => !notAlone.has(text)).map((text) => ({ text, name }))
}

/** `Landkreis Göppingen` is found as `Göppingen`; `Ostalbkreis` and `Rems-Murr-Kreis` as such and as `Ostalb`, `Rems-Murr`. */
export function kreisVariants(name: string): Variant[] {
  const plain = name.replace(/^(?:Land|Stadt)kreis /, '')
  const texts = new Set([plain, plain.replace(/-?kreis$/i, ''), plain.replace(addition, '')])
  return [...texts].map((text) => ({ text, name }))
}

/** A Verbund that bears the name of a Kommune or a Kreis is found by that; another one by its whole name. */
export const verbundVariants = (name: string): Variant[] =>
  name.startsWith('Landkreis ') || !name.includes(' ') ? [] : [{ text: name, name }]
