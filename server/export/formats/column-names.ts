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
  const own = names.map((name) => {
    const own = reserved.test(name) ? `${name}_` : name
    if (/^[a-z][a-z0-9_]*$/i.test(own) && own.length <= longest) return own
    throw new InputError(
      `${program} nimmt den Namen der Spalte „${name}“ nicht: höchstens ${longest} Zeichen, Buchstaben ohne Umlaute, Ziffern, „_“.`,
    )
  })
  refuseAlike(names, own)
  return own
}

/** Refuses names that a program without regard to case takes for the same. */
export function refuseAlike(names: readonly string[], own: readonly string[] = names): void {
  const taken = new Map<string, string>()
  for (const [place, name] of names.entries()) {
    const key = own[place]?.toLowerCase() ?? ''
    const other = taken.get(key)
    if (other !== undefined)
      throw new InputError(`Die Spalten „${other}“ und „${name}“ sind für Statistikprogramme nicht zu unterscheiden.`)
    taken.set(key, name)
  }
}
