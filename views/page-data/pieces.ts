/** What several pages are given for the same parts of templates. */
export interface Badge {
  tone: 'plain' | 'success' | 'info' | 'warning' | 'danger'
  label: string
}

export interface Fault {
  /** The field, or ''. */
  field: string
  message: string
}

/** One of those that a list offers. */
export interface Offer {
  value: string
  label: string
  selected?: boolean
}
