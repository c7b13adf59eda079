const atATime = 65_536
const commandsOfBlock = 8
const longestBlock = commandsOfBlock + 8 * commandsOfBlock

/** Whole numbers from -99 to 151 are a single byte. */
export const bias = 100
const greatestCommand = 251
const literal = 253
const blank = 254
const none = 255

/**
 * The cells, packed as SPSS does it: blocks of eight commands, a byte for each unit of eight bytes, and behind them the
 * units that no command can express.
 */
export class PackedCases {
  #buffer = Buffer.alloc(atATime)
  #full: Buffer[] = []
  #block = 0
  #end = 0
  #commands = commandsOfBlock

  number(value: number): void {
    const command = value + bias
    if (Number.isInteger(value) && command > 0 && command <= greatestCommand) {
      this.#command(command)
    } else {
      this.#command(literal)
      this.#end = this.#buffer.writeDoubleLE(value, this.#end)
    }
  }

  /** A number that is not there. */
  nothing(): void {
    this.#command(none)
  }

  blank(): void {
    this.#command(blank)
  }

  /** At most eight bytes of a text. */
  bytes(from: Buffer, start: number, stop: number): void {
    this.#command(literal)
    const end = this.#end + 8
    this.#buffer.fill(' ', this.#end, end)
    from.copy(this.#buffer, this.#end, start, stop)
    this.#end = end
  }

  /** What has been packed so far, as far as it is whole; each piece once. */
  taken(): Buffer[] {
    const full = this.#full
    this.#full = []
    return full
  }

  /** The last piece. Commands of the last block that do nothing are 0. */
  rest(): Buffer {
    return this.#buffer.subarray(0, this.#end)
  }

  #command(command: number): void {
    if (this.#commands === commandsOfBlock) this.#startBlock()
    this.#buffer[this.#block + this.#commands] = command
    this.#commands += 1
  }

  #startBlock(): void {
    if (this.#end + longestBlock > this.#buffer.length) {
      this.#full.push(this.rest())
      this.#buffer = Buffer.alloc(atATime)
      this.#end = 0
    }
    this.#block = this.#end
    this.#end += commandsOfBlock
    this.#commands = 0
  }
}
