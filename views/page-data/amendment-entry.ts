/** An amendment as it is shown, to the office and to those who were asked. */
export interface AmendmentEntry {
  id: number
  /** `F4, Anzahl der Zielpersonen`. */
  title: string
  was: string
  became: string
  /** Why, from where, what was noted; and who did it, for the office. */
  lines: string[]
  badge: { tone: 'plain' | 'success' | 'warning'; label: string }
  /** What those who were asked say against it, or ''. */
  objection: string
  /** It can still be taken back, or spoken against. */
  isOpen: boolean
}

/** That the office uses something else than what those who were asked handed in. */
export interface AmendedNotice {
  href: string
  /** A field that was amended more than once is one of them. */
  entries: Pick<AmendmentEntry, 'title' | 'was' | 'became'>[]
}
