/** Takes bytes off a stream by number; what is not wanted yet waits. */
export class ByteReader {
  readonly #source: AsyncIterator<Buffer>
  #waiting: Buffer[] = []
  #held = 0

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** So many bytes; fewer only where the stream ends. */
  async take(count: number): Promise<Buffer> {
    while (this.#held < count && (await this.#fetch()));
    const all = Buffer.concat(this.#waiting)
    this.#waiting = [all.subarray(count)]
    this.#held = Math.max(0, all.length - count)
    return all.subarray(0, count)
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#held === 0) if (!(await this.#fetch())) return true
    return false
  }

  /** Gives the stream back, also where it was not read to its end. */
  async end(): Promise<void> {
    await this.#source.return?.()
  }

  async #fetch(): Promise<boolean> {
    const { done, value } = await this.#source.next()
    if (done) return false
    this.#waiting.push(value)
    this.#held += value.length
    return true
  }
}
