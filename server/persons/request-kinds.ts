/** What somebody can ask about their data. */
export const requestKinds = {
  auskunft: { label: 'Auskunft', article: 'Art. 15 DSGVO' },
  berichtigung: { label: 'Berichtigung', article: 'Art. 16 DSGVO' },
  loeschung: { label: 'Löschung', article: 'Art. 17 DSGVO' },
  einschraenkung: { label: 'Einschränkung', article: 'Art. 18 DSGVO' },
  widerspruch: { label: 'Widerspruch', article: 'Art. 21 DSGVO' },
} as const

export type RequestKind = keyof typeof requestKinds

export const isRequestKind = (text: string): text is RequestKind => Object.hasOwn(requestKinds, text)

/** An erasure follows from these. */
export const canErase = (kind: RequestKind): boolean => kind === 'loeschung' || kind === 'widerspruch'

/** How many years the words of a request are kept after it is closed: as long as somebody could claim that it was not answered. */
export const requestWordsYears = 3
