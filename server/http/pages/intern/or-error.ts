import { InputError } from '../../../errors/input-error.ts'
import { checkQuery } from './evaluation-query.ts'

/** What somebody asked for by an address that cannot be understood, or cannot be given, comes back as a sentence. */
export async function orError<Result>(
  query: unknown,
  work: () => Result | Promise<Result>,
): Promise<[Result | undefined, string]> {
  try {
    checkQuery(query)
    return [await work(), '']
  } catch (error) {
    if (error instanceof InputError) return [undefined, error.message]
    throw error
  }
}
