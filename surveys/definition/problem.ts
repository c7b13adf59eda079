/** What is wrong with a definition: where, as a JSON pointer, and a sentence. */
export interface Problem {
  path: string
  message: string
}

/** A definition that cannot be compiled. */
export class DefinitionError extends Error {
  override name = 'DefinitionError'
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
    this.problems = problems
  }
}
