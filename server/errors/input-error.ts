/**
 * What a person can put right: a setting, a file, an argument. Carries German sentences; commands print them
 * without a stack and end with 1.
 */
export class InputError extends Error {
  readonly sentences: string[]

  constructor(sentences: string | string[], options?: ErrorOptions) {
    const all = typeof sentences === 'string' ? [sentences] : sentences
    super(all.join('\n'), options)
    this.name = 'InputError'
    this.sentences = all
  }
}
