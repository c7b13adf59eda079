import { join } from 'node:path'
import t from 'tap'
import { projectRoot } from '../../../server/project-root.ts'
import { startChild } from '../../support/child.ts'

const watched = (work: string) => [
  '--import=tsx',
  '--input-type=module',
  '--eval',
  `import { watchStall } from '${join(projectRoot, 'server/computing/watch-stall.ts')}'\nwatchStall(1_500)\n${work}`,
]

t.test('a process that reckons without an end is ended, and one that pauses is not', async (t) => {
  const endless = startChild(watched('setTimeout(() => { for (;;); }, 100)'))
  const busy = `const end = Date.now() + 4_000
    const some = () => { for (const now = Date.now(); Date.now() - now < 700; ); if (Date.now() < end) setTimeout(some, 10) }
    some()`
  const pausing = startChild(watched(busy))
  t.equal(await endless.ended, 'SIGKILL')
  t.match(endless.output().stdout, /does not come to an end/)
  t.equal(await pausing.ended, 0)
})
