import autocannon from 'autocannon'
import { quantile } from './median.ts'

/** One request, complete: each of a list is sent once. */
export interface Shot {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: string
}

export interface Volley {
  /** Answers a second, from the first request to the last answer. */
  rate: number
  /** Milliseconds. */
  p50: number
  p99: number
}

/** Sends every request once over a fixed number of connections. An answer with another status than the wanted one is an error. */
export function fire(url: string, shots: readonly Shot[], connections: number, status: number): Promise<Volley> {
  return new Promise((resolve, reject) => {
    const times: number[] = []
    const others = new Map<number, number>()
    const began = performance.now()
    let ended = began
    let next = 0
    const cannon = autocannon(
      {
        url,
        connections,
        amount: shots.length,
        sampleInt: 100,
        setupClient(client) {
          const first = next
          next += 1
          client.setRequests(shots.filter((_, index) => index % connections === first))
        },
      },
      (error, { errors, timeouts }) => {
        if (error) return reject(error)
        const wrong = [...others].map(([code, count]) => `${count} × ${code}`)
        if (errors + timeouts > 0 || wrong.length > 0 || times.length !== shots.length) {
          return reject(new Error(`${url}: ${times.length} of ${shots.length} answered, ${errors} errors, ${wrong}`))
        }
        resolve({
          rate: (1000 * times.length) / (ended - began),
          p50: quantile(times, 0.5),
          p99: quantile(times, 0.99),
        })
      },
    )
    cannon.on('response', (_client, code, _bytes, time) => {
      ended = performance.now()
      times.push(time)
      if (code !== status) others.set(code, (others.get(code) ?? 0) + 1)
    })
  })
}
