/** The person to turn to. */
export interface Contact {
  name: string
  mail: string
  phone: string
  /** When somebody is there, or ''. */
  hours: string
}
