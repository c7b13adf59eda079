import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Family, gauge, gaugeBy } from './family.ts'

/** Milliseconds between two looks at how late the process is. What is measured is the time from one to the next. */
const resolution = 10

export interface EventLoopWatch {
  /** How late timers ran since it was asked last. */
  read(): Family
  end(): void
}

export function watchEventLoop(): EventLoopWatch {
  const delay = monitorEventLoopDelay({ resolution })
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - resolution / 1e3)
  delay.enable()
  return {
    read() {
      const values = { median: delay.percentile(50), p99: delay.percentile(99), max: delay.max }
      const found = Object.fromEntries(Object.entries(values).map(([of, value]) => [of, late(value)]))
      delay.reset()
      const help = 'How much later than due the process came to its work since the last reading.'
      return gaugeBy('stichtag_event_loop_delay_seconds', 'of', help, found)
    },
    end: () => void delay.disable(),
  }
}

export function ofProcess(): Family[] {
  const { rss, heapUsed, external } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  return [
    gauge('process_start_time_seconds', 'When the process began, in seconds since 1970.', startedAt),
    {
      name: 'process_cpu_seconds_total',
      type: 'counter',
      help: 'What the process took of the processors.',
      samples: [{ value: (user + system) / 1e6 }],
    },
    gauge('process_resident_memory_bytes', 'Memory that the process holds.', rss),
    gauge('nodejs_heap_size_used_bytes', 'Of it, what JavaScript uses.', heapUsed),
    gauge('nodejs_external_memory_bytes', 'Of it, what lies outside the heap of JavaScript.', external),
  ]
}

const startedAt = performance.timeOrigin / 1e3
