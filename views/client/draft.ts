import { answerFields, type Field, isFocused, readValue } from './fields.ts'

/** The answers on the page beside those that the server has. */
export class Draft {
  readonly #form: HTMLFormElement
  readonly #fields: Map<string, Field>
  readonly #stored: Map<string, string>
  /** Values that the server does not take. They are not sent again before they change. */
  readonly #refused = new Map<string, string>()
  /** Fields that two people have changed, until one of the values is chosen. */
  readonly #undecided = new Set<string>()
  /** What was taken over from the last wave and the server does not know of: by button, the fields with what they held then. */
  readonly #takenOver = new Map<string, ReadonlyMap<string, string>>()

  constructor(form: HTMLFormElement) {
    this.#form = form
    this.#fields = new Map(answerFields(form).map((field) => [field.name, field]))
    this.#stored = new Map([...this.#fields].map(([name, field]) => [name, readValue(field)]))
  }

  /** Fields have come onto the page, with what the server has. Those that went keep what was typed until it is sent. */
  learn(): void {
    for (const field of answerFields(this.#form)) {
      if (this.#fields.get(field.name)?.isConnected) continue
      this.#fields.set(field.name, field)
      this.#stored.set(field.name, readValue(field))
    }
  }

  field(name: string): Field | undefined {
    return this.#fields.get(name)
  }

  /** What the server does not have yet and would take. */
  changes(): Map<string, string> {
    const values = [...this.#fields].map(([name, field]) => [name, readValue(field)] as const)
    const changes = new Map(values.filter(([name, value]) => this.#isToSend(name, value)))
    const [first, ...later] = [...this.#takenOver].filter(([, entered]) => this.#stillHolds(entered))
    if (first === undefined) return changes
    const [action, entered] = first
    // The server learns of one button at a time: what belongs to the others waits for the next request.
    for (const [, others] of later) for (const name of others.keys()) if (!entered.has(name)) changes.delete(name)
    return changes.set('_aktion', action)
  }

  /** What stands in some fields came from the last wave: the server is told with which button. */
  takeOver(fields: readonly Field[], action: string): void {
    this.#takenOver.set(action, new Map(fields.map((field) => [field.name, readValue(field)])))
  }

  #stillHolds(entered: ReadonlyMap<string, string>): boolean {
    return [...entered].every(([name, value]) => {
      const field = this.#fields.get(name)
      return field !== undefined && readValue(field) === value
    })
  }

  #isToSend(name: string, value: string): boolean {
    return value !== this.#stored.get(name) && value !== this.#refused.get(name) && !this.#undecided.has(name)
  }

  isTouched(name: string, field: Field): boolean {
    return isFocused(field) || readValue(field) !== this.#stored.get(name)
  }

  store(name: string, value: string): void {
    this.#stored.set(name, value)
    this.#refused.delete(name)
    this.#takenOver.delete(value)
  }

  refuse(name: string, value: string): void {
    if (this.#fields.has(name)) this.#refused.set(name, value)
    this.#takenOver.delete(value)
  }

  ask(name: string, theirs: string): void {
    this.#undecided.add(name)
    this.#stored.set(name, theirs)
  }

  decide(name: string): void {
    this.#undecided.delete(name)
  }

  get hasRefused(): boolean {
    return this.#refused.size > 0
  }

  /** Something stands on the page that exists nowhere else and that no request will carry away. */
  get isStuck(): boolean {
    return this.#refused.size + this.#undecided.size > 0
  }
}
