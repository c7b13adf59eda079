export interface Letter {
  from: string
  to: string
  messageId: string
  /** The whole mail, with its head. */
  bytes: Buffer
}

/** What became of a mail. */
export type Outcome =
  | { state: 'sent' }
  /** Nobody will accept it: the others go on. */
  | { state: 'refused'; problem: string }
  /** It may have been accepted, or not. */
  | { state: 'uncertain'; problem: string }
  /** It was certainly not accepted: this one, or all of them, can be tried again. */
  | { state: 'later'; problem: string; whom: 'this' | 'all' }
  /** Nothing will go out before somebody changes something. */
  | { state: 'impossible'; problem: string }

/** The way that mails go. */
export interface Transport {
  send(letter: Letter): Promise<Outcome>
  close(): void
}
