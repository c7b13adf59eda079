import type { KnownAmendment } from '../store/amendments.ts'
import type { AskedAmendment } from './check-amendments.ts'

const compared = ['participantId', 'field', 'was', 'became', 'reason', 'source', 'note'] as const

/** Whether somebody asks for what they have made already, all of it: whoever clicks twice is told of the first time. */
export const isSecondClick = (
  wanted: readonly AskedAmendment[],
  made: readonly KnownAmendment[],
  account: string,
): boolean =>
  wanted.length > 0 &&
  wanted.every((one) =>
    made.some(
      (known) => known.undoneAt === null && known.by === account && compared.every((name) => known[name] === one[name]),
    ),
  )
