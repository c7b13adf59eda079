import { InputError } from '../../../errors/input-error.ts'

const form = /^[a-z][a-z0-9_]{0,63}$/i

/** What SPSS reads as a part of a command. */
const reserved = /^(all|and|by|eq|ge|gt|le|lt|ne|not|or|to|with)$/i

/** Names as SPSS takes them: a word of its language gets a low line behind it, always the same. */
export function spssNames(names: readonly string[]): string[] {
  const taken = new Map<string, string>()
  return names.map((name) => {
    const own = reserved.test(name) ? `${name}_` : name
    if (!form.test(own))
      throw new InputError(
        `SPSS nimmt den Namen der Spalte „${name}“ nicht: höchstens 64 Zeichen, Buchstaben ohne Umlaute, Ziffern, „_“.`,
      )
    const other = taken.get(own.toLowerCase())
    if (other !== undefined)
      throw new InputError(`Die Spalten „${other}“ und „${name}“ sind für Statistikprogramme nicht zu unterscheiden.`)
    taken.set(own.toLowerCase(), name)
    return own
  })
}
