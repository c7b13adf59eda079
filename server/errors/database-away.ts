import { errorCode } from './error-code.ts'

/**
 * The database ends, begins or became a replica; the connection broke or did not come about; there is no room left, on its disk or for
 * another connection.
 */
const codes =
  /^(57P0[1235]|08...|25006|53...|58030|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)$/
/** What the driver says without a code. */
const sentences = /^(Connection terminated|Client has encountered a connection error|timeout expired)/

/** Whether the database cannot be asked just now: nobody's fault who asks, and over by itself once it is back. */
export function isDatabaseAway(error: Error): boolean {
  if (codes.test(errorCode(error) ?? '') || sentences.test(error.message)) return true
  return error.cause instanceof Error && isDatabaseAway(error.cause)
}

/**
 * Whether a database that reads others could not ask one of them. It says so itself, with a state for connections; of its own connection the
 * driver tells, and then there is no severity.
 */
export function isPartAway(error: Error): boolean {
  const isOfOther = 'severity' in error && /^08(?!P)/.test(errorCode(error) ?? '')
  return isOfOther || (error.cause instanceof Error && isPartAway(error.cause))
}
