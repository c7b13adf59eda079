/** Whoever is asked, with where a letter goes. */
export interface Receiver {
  id: number
  unit: string
  /** Its own, or that of the Verbund of a person. */
  name: string
  /** The Verbund of a person; null for all others. */
  verbund: string | null
  hasCode: boolean
  /** Its own last day, or null. */
  frist: string | null
  /** A file that nobody has confirmed yet has a letter for it. */
  inIssue: boolean
  /** Missing where nothing can be posted. That of a Verbund stands for those of its persons who have none of their own. */
  address: PostalAddress | null
}

export interface PostalAddress {
  /** Whose it is: a key, or the number of a person. */
  unit: string
  recipient: string
  person: string
  street: string
  postcode: string
  place: string
}

/** An address in one line, as it is kept of a letter. */
export function addressLine({ recipient, person, street, postcode, place }: PostalAddress): string {
  return [recipient, person, street, `${postcode} ${place}`].filter((part) => part !== '').join(', ')
}
