import { InputError } from '../../../errors/input-error.ts'

/** What somebody asked for that cannot be given comes back as a sentence. */
export async function orError<Result>(work: () => Result | Promise<Result>): Promise<[Result | undefined, string]> {
  try {
    return [await work(), '']
  } catch (error) {
    if (error instanceof InputError) return [undefined, error.message]
    throw error
  }
}
