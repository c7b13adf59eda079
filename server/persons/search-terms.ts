const shortest = 2
const most = 10

/** What a request looks for: names, addresses and numbers, with semicolons between them. */
export const searchTerms = (searched: string): string[] => [
  ...new Set(
    searched
      .split(';')
      .map((term) => term.trim())
      .filter((term) => term !== ''),
  ),
]

/** Why that cannot be looked for, or ''. */
export function searchFault(searched: string): string {
  const terms = searchTerms(searched)
  if (terms.length === 0) return 'Bitte geben Sie an, wonach gesucht wird.'
  if (terms.length > most) return `Bitte geben Sie höchstens ${most} Begriffe an.`
  if (terms.some((term) => term.length < shortest))
    return 'Bitte geben Sie zu jedem Begriff mindestens zwei Zeichen an.'
  return ''
}
