import { InputError } from '../../server/errors/input-error.ts'

/** What work says that a person can put right; anything else fails the test. */
export async function sentencesOf(work: Promise<unknown>): Promise<readonly string[]> {
  const error = await work.then(
    () => new Error('it was accepted'),
    (caught) => caught,
  )
  if (error instanceof InputError) return error.sentences
  throw error
}
