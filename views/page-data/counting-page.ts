import type { Contact } from './contact.ts'

/** Where answers are counted from a list of persons, in the browser. */
export interface CountingPage {
  /** What the script has to know to count, as JSON. */
  plan: string
  /** What the list is: Liste der Integrationspläne. */
  list: string
  action: string
  /** The revision of the draft that this page shows. */
  rev: number
  templates: { href: string; label: string; note: string }[]
  /** What each column of the template says, and where it is counted. */
  columns: { name: string; number: string; counted: string[] }[]
  /** The form as a file, for whoever counts elsewhere, or ''. */
  ownFile: string
  /** Why the counts are not taken, or ''. */
  error: string
  /** Why nothing is taken any more, or ''. */
  closed: string
  contact: Contact
}
