/** What the gaps of a text are filled with. */
export interface GapValues {
  questions: ReadonlyMap<string, { number: string }>
  dates: { stichtag: string | undefined; frist: string; zeitraum?: string | undefined }
}

/** A text without gaps, but for those that are filled `later`; tells of each that has no value. */
export function fillText(
  text: string,
  { questions, dates }: GapValues,
  onMissing: (gap: string) => void,
  later: readonly string[] = [],
): string {
  return text.replace(/\{([^}]*)\}/g, (gap, name: string) => {
    if (later.includes(name)) return gap
    const value = name.startsWith('F:') ? questions.get(name.slice(2))?.number : { ...dates }[name]
    if (value === undefined) onMissing(gap)
    return value ?? gap
  })
}
