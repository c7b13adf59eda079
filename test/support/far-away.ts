import type { Test } from 'tap'

/** From here on the clock of this process is one of the other side of the world, until the test ends. */
export function farAway(t: Pick<Test, 'teardown'>): void {
  const zone = process.env.TZ
  t.teardown(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })
  process.env.TZ = 'Pacific/Auckland'
}
