import { InputError } from '../../../errors/input-error.ts'

/** What came of it, or the sentences that say what is in the way. */
export const orSentences = <T>(work: Promise<T>): Promise<T | string[]> =>
  work.catch((error) => {
    if (error instanceof InputError) return error.sentences
    throw error
  })
