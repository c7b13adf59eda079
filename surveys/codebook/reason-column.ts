import { renamedColumns } from './renamed-columns.ts'

const ending = '_fehlt'

/** The longest name of a column that every statistics program takes. */
export const longestColumn = 32

/** The column with the reason why a value is missing; `before` is the longer name under which it was once published. */
export function reasonColumn(name: string): { name: string; before?: string } {
  const full = `${name}${ending}`
  const short = renamedColumns[full]
  return short === undefined ? { name: full } : { name: short, before: full }
}

/** Whether a name looks like one of a column with reasons. */
export const endsLikeReason = (name: string): boolean => name.endsWith(ending)

/** What keeps a variable from being published: the name of the column with its reasons would be too long. */
export function longReason(name: string): string | undefined {
  const { length } = reasonColumn(name).name
  if (length <= longestColumn) return undefined
  return [
    `Neben „${name}“ steht in jeder Ausgabe die Spalte „${name}${ending}“.`,
    `Sie hätte ${length} Zeichen, erlaubt sind ${longestColumn}:`,
    `Bitte wählen Sie einen Namen mit höchstens ${longestColumn - ending.length} Zeichen.`,
  ].join(' ')
}
