import { sightMark } from '../../server/persons/chosen.ts'
import { eraseRequested } from '../../server/persons/erase-requested.ts'
import { findRequest } from '../../server/store/person-requests.ts'
import type { TestApp } from './app.ts'

/** Agrees to the erasure of a request as it is laid out now. Comes back with why not, or ''. */
export async function agree(test: TestApp, { request, by }: { request: number; by: number }): Promise<string> {
  const laid = await findRequest(test.db, request)
  if (laid === undefined) throw new Error(`no request ${request}`)
  return eraseRequested(test, { request, by, seen: sightMark(laid) })
}
