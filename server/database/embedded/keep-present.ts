import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { atMost } from '../../domain/at-most.ts'
import type { Running } from './ensure-running.ts'

interface Present {
  /** The connection to leave with; undefined if the server is gone and did not come back. */
  end(): Promise<pg.Client | undefined>
}

/**
 * Watches our presence. If it is cut although nobody left, the server was killed (or all its connections were): it is
 * joined again, which starts it where needed, so that requests find it after seconds.
 */
export function keepPresent(
  first: Running,
  joinAgain: (signal: AbortSignal) => Promise<Running>,
  onProgress: (line: string) => void,
): Present {
  const leaving = new AbortController()
  let current: pg.Client | undefined
  let returning: Promise<void> = Promise.resolve()
  hold(first.presence)

  function hold(client: pg.Client): void {
    current = client
    client.once('end', () => {
      current = undefined
      if (!leaving.signal.aborted) returning = comeBack()
    })
  }

  async function comeBack(): Promise<void> {
    onProgress('Die eigene Datenbank wurde unterbrochen; die Verbindung wird wiederhergestellt.')
    while (!leaving.signal.aborted) {
      try {
        const running = await joinAgain(leaving.signal)
        hold(running.presence)
        onProgress(
          running.url === first.url
            ? 'Die eigene Datenbank ist wieder da.'
            : 'Die eigene Datenbank läuft jetzt an einem anderen Port; bitte dieses Programm neu starten.',
        )
        return
      } catch (error) {
        if (leaving.signal.aborted) return
        onProgress(error instanceof Error ? error.message : String(error))
        await sleep(5_000, undefined, { signal: leaving.signal }).catch(() => undefined)
      }
    }
  }

  return {
    async end() {
      leaving.abort()
      await atMost(1_000, returning)
      return current
    },
  }
}
