/** How long the server waits for those who send or take slowly, and for what takes long itself, in milliseconds. */
export interface Patience {
  /** Until the head of a request is there. */
  head: number
  /** Until what was sent with it is there; a form on a line of 70 kbit/s. */
  body: number
  /** The same for files of the staff: 64 MB on a line of 1 Mbit/s. */
  file: number
  /** While nothing goes to and fro; longer than any page takes to make. */
  silence: number
  /** Between two looks at who has been waited for too long. */
  betweenLooks: number
  /** Until a page says how far it is with what is computed; so long the browser just waits. */
  computed: number
  /** Between two looks whether the database writes durably. */
  durable: number
}

export const patience: Patience = {
  head: 20_000,
  body: 60_000,
  file: 600_000,
  silence: 300_000,
  betweenLooks: 5_000,
  computed: 3_000,
  durable: 2_000,
}
