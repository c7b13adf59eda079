import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Papers } from '../../views/page-data/papers.ts'

type Answer = { pdf: Uint8Array } | { fault: string }

/**
 * Sets papers one after the other in a thread of its own: a long questionnaire takes a tenth of a second, for which nobody
 * else should wait. The thread begins with the first paper and keeps no process alive.
 */
export class Printer {
  #worker: Worker | undefined
  #last: Promise<unknown> = Promise.resolve()

  print<Name extends keyof Papers>(name: Name, data: Papers[Name]): Promise<Buffer> {
    const printed = this.#last.then(() => this.#printNow(name, data))
    this.#last = printed.catch(() => {})
    return printed
  }

  async close(): Promise<void> {
    await this.#last
    await this.#worker?.terminate()
  }

  async #printNow(name: string, data: object): Promise<Buffer> {
    this.#worker ??= this.#start()
    const worker = this.#worker
    worker.ref()
    try {
      worker.postMessage({ name, data })
      const [answer]: Answer[] = await once(worker, 'message')
      if (answer !== undefined && 'pdf' in answer) return Buffer.from(answer.pdf)
      throw new Error(answer?.fault)
    } finally {
      worker.unref()
    }
  }

  #start(): Worker {
    const worker = new Worker(new URL('worker.js', import.meta.url), { execArgv: [] })
    // Whoever waits is told by `once`. The next paper gets a new thread.
    worker.on('error', () => {
      this.#worker = undefined
    })
    return worker
  }
}
