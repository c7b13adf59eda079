import { InputError } from '../../errors/input-error.ts'

/** What a statistics program takes as the name of a column. */
export interface NamingRules {
  program: string
  longest: number
  /** Words of its language. */
  reserved: RegExp
}

/** Names as a program takes them: a word of its language gets a low line behind it, always the same. */
export function columnNames(names: readonly string[], { program, longest, reserved }: NamingRules): string[] {
  const taken = new Map<string, string>()
  return names.map((name) => {
    const own = reserved.test(name) ? `${name}_` : name
    if (!/^[a-z][a-z0-9_]*$/i.test(own) || own.length > longest)
      throw new InputError(
        `${program} nimmt den Namen der Spalte „${name}“ nicht: höchstens ${longest} Zeichen, Buchstaben ohne Umlaute, Ziffern, „_“.`,
      )
    const other = taken.get(own.toLowerCase())
    if (other !== undefined)
      throw new InputError(`Die Spalten „${other}“ und „${name}“ sind für Statistikprogramme nicht zu unterscheiden.`)
    taken.set(own.toLowerCase(), name)
    return own
  })
}
