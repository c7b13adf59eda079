import { setTimeout as sleep } from 'node:timers/promises'
import { type Acknowledged, keepAcknowledged } from '../support/acknowledged.ts'
import type { Sender } from '../support/hand-in.ts'

/** So often somebody types before they submit. */
const savesEach = 8
const between = 20
/** What may be answered, also while another one takes over. */
const allowed = new Set([200, 202, 303, 429, 503])

/** People who write over both instances, as long as they may. */
export interface Writers {
  acknowledged: Acknowledged
  /** Answers that nobody may get, each once. */
  faults: Set<string>
  note(status: number): void
  begin(): void
  /** Until what is under way is answered. */
  pause(): Promise<void>
  /** The longest time since a moment in which nothing was stored over one of the instances, up to now, in seconds. */
  silence(since: number): number
  /** Whether over each of the instances something was stored that was begun after this moment. */
  isBack(since: number): boolean
}

export function writersOf(people: readonly Sender[]): Writers {
  const acknowledged = keepAcknowledged()
  const faults = new Set<string>()
  const bases = [...new Set(people.map(({ base }) => base))]
  const stored: { base: string; begun: number; at: number }[] = []
  const note = (status: number) => {
    if (!allowed.has(status)) faults.add(`a request was answered with ${status}`)
  }
  const typists = people.map((sender) => ({ base: sender.base, typist: acknowledged.typist(sender, note), count: 0 }))
  let isOver = true
  let work: Promise<unknown> = Promise.resolve()

  async function write(one: (typeof typists)[number]): Promise<void> {
    while (!isOver) {
      one.count += 1
      const begun = Date.now()
      const act = one.count % savesEach === 0 ? one.typist.submit() : one.typist.save()
      // An answer that does not come is for a person the same as 503: they try again.
      if (await act.catch(() => false)) stored.push({ base: one.base, begun, at: Date.now() })
      else await sleep(100)
      await sleep(between)
    }
  }

  return {
    acknowledged,
    faults,
    note,
    begin() {
      isOver = false
      work = Promise.all(typists.map(write))
    },
    async pause() {
      isOver = true
      await work
    },
    silence(since) {
      const longest = bases.map((base) => {
        const moments = stored.filter((one) => one.base === base && one.at > since).map(({ at }) => at)
        return Math.max(...moments.map((at, place) => at - (moments[place - 1] ?? since)), 0)
      })
      return Math.max(...longest) / 1_000
    },
    isBack: (since) => bases.every((base) => stored.some((one) => one.base === base && one.begun > since)),
  }
}
