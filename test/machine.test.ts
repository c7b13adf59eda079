import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { projectRoot } from '../server/project-root.ts'
import { findChromium } from './support/chromium.ts'

/** A package of Debian, and a command that shows that it is there. */
const needed = readFileSync(join(projectRoot, '.ci', 'packages'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => /^(\S+)\s+(.*)$/.exec(line)?.slice(1) ?? [line])

const isThere = ([name, check = 'false']: readonly string[]) =>
  name?.startsWith('chromium') ? findChromium() !== undefined : spawnSync('sh', ['-c', check]).status === 0

t.test('the machine has what the tests need: nothing is left out in silence', async (t) => {
  const missing = needed.filter((one) => !isThere(one)).map(([name]) => name)
  t.strictSame(missing, [], `apt-get install ${missing.join(' ')} (.ci/run does)`)
})
