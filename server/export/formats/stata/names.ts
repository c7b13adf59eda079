import { InputError } from '../../../errors/input-error.ts'

const mostColumns = 32_767
const form = /^[A-Za-z_][A-Za-z0-9_]{0,31}$/
const reserved =
  /^(_all|_b|byte|_coef|_cons|double|float|if|in|int|long|_n|_pi|_pred|_rc|_skip|strl|str\d+|using|with)$/i

/** Names as Stata takes them: a word of its language gets a low line behind it, always the same. */
export function stataNames(names: readonly string[]): string[] {
  if (names.length > mostColumns)
    throw new InputError(`Stata nimmt höchstens ${mostColumns} Spalten, die Tabelle hat ${names.length}.`)
  const taken = new Map<string, string>()
  return names.map((name) => {
    const own = reserved.test(name) ? `${name}_` : name
    if (!form.test(own))
      throw new InputError(
        `Stata nimmt den Namen der Spalte „${name}“ nicht: höchstens 32 Zeichen, Buchstaben ohne Umlaute, Ziffern, „_“.`,
      )
    const other = taken.get(own.toLowerCase())
    if (other !== undefined)
      throw new InputError(`Die Spalten „${other}“ und „${name}“ sind für Statistikprogramme nicht zu unterscheiden.`)
    taken.set(own.toLowerCase(), name)
    return own
  })
}
