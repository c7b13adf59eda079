/** A part of an indicator as figures of it are kept: `GES=GESW;NAT=NATA`, in the order of the variables; empty: the whole. */
export function breakdownOf(parts: readonly { variable: string; attribute: string }[]): string {
  return parts
    .map(({ variable, attribute }) => `${variable}=${attribute}`.replaceAll(';', ','))
    .sort()
    .join(';')
}

export function partsOf(breakdown: string): { variable: string; attribute: string }[] {
  return breakdown.split(';').flatMap((part) => {
    const at = part.indexOf('=')
    return at === -1 ? [] : [{ variable: part.slice(0, at), attribute: part.slice(at + 1) }]
  })
}

/** A breakdown as one types it: `GES=GESW,NAT=NATA`, since a semicolon ends a command in a shell. */
export const typedBreakdown = (breakdown: string): string => breakdown.replaceAll(';', ',')

/** What somebody asks for: an indicator, or a part of it. */
export interface AskedIndicator {
  code: string
  /** As it was typed, in the form it is kept in; empty: the whole. */
  breakdown: string
  /** `@2017`, `@2018-12`: for what time, where it was said. */
  time: string | undefined
}

/** Reads `schutzsuchende`, `schutzsuchende@2017`, `schutzsuchende:GES=GESW,STAAG5=ST475@2018`, in any order of the variables. */
export function readAsked(text: string): AskedIndicator {
  const [, code = text, typed = '', time] = /^([^:@]*)(?::([^@]*))?(?:@(.*))?$/.exec(text.trim()) ?? []
  // A comma within an attribute divides nothing: only one that a variable follows does.
  const parts = typed.split(/;|,(?=[^=,;]+=)/).map((part) => part.trim())
  return { code, breakdown: parts.filter(Boolean).sort().join(';'), time }
}
