/** What is promised of one thing, and what is broken to see that it would be noticed. */
export interface Promised {
  promise: string
  /** What is broken where `planted`, so that the recipe has to find a fault. */
  defect: string
  /** The whole ends within so many. */
  minutes: number
}

/** All that is promised and tried, the quickest first. */
export const promised = {
  writers: {
    promise:
      'many write in one form over two servers: every text is stored or shown as a conflict, none is overwritten unseen',
    defect: 'the database forgets at which revision a field was written',
    minutes: 5,
  },
  migrations: {
    promise: 'three that migrate at once apply each migration once, all of them by one of the three',
    defect: 'the locks by which they wait for each other let everybody in',
    minutes: 10,
  },
  requests: {
    promise: 'whatever is sent, no request makes the server fail',
    defect: 'the server may not read a table that its pages read',
    minutes: 8,
  },
  peak: {
    promise:
      'more people at once than can be served: each gets an answer or is told to wait, and soon after all is as before',
    defect: 'the server now and then does not give a connection back to its pool',
    minutes: 6,
  },
  double: {
    promise: 'a submission that is sent several times at the same moment to two servers is one, with one receipt',
    defect: 'the database lets the same revision of a Kommune in twice',
    minutes: 10,
  },
  stop: {
    promise: 'told to stop while people submit: what is under way is stored and answered, then the server ends with 0',
    defect: 'the server ends at once when it is told to',
    minutes: 15,
  },
  disk: {
    promise:
      'where the disk is full people are told to wait, nothing is stored by half, and all goes on once there is room',
    defect: 'the server takes a full disk for a fault of its own',
    minutes: 10,
  },
  kills: {
    promise: 'kill -9 of server, workers and database while people write: what was acknowledged is there',
    defect: 'the database acknowledges before it has written (synchronous_commit off)',
    minutes: 60,
  },
} satisfies Record<string, Promised>

export type RecipeName = keyof typeof promised
