/**
 * Writes a few files that load all tests, so that what they test is loaded once for many of them, which takes longer than most of
 * them, and one browser serves them. The files themselves stay as they are; each can be run alone.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { projectRoot } from '../../server/project-root.ts'

const tests = join(projectRoot, 'test')
const groups = join(tests, '.groups')

/** What takes longest first, so that no core waits for another at the end; and how many processes share it. */
const shares: Record<string, number> = {
  views: 1,
  journeys: 2,
  others: 4,
  'server-http': 2,
  'server-evaluation': 1,
  'server-boot': 1,
  reliability: 1,
}

const files = (await readdir(tests, { recursive: true }))
  .filter((name) => name.endsWith('.test.ts') && !name.startsWith('.'))
  .sort()
const members = new Map<string, string[]>()
for (const [index, file] of files.entries()) {
  const group = groupOf(file, index)
  members.set(group, [...(members.get(group) ?? []), file])
}

/** Its name begins with its place, since groups are run in the order of their names. */
function groupOf(file: string, index: number): string {
  const [area = '', room = ''] = file.split('/')
  const own = area === 'server' ? `server-${room}` : area
  const name = own in shares ? own : 'others'
  return `${Object.keys(shares).indexOf(name)}-${name}-${1 + (index % (shares[name] ?? 1))}`
}

await rm(groups, { recursive: true, force: true })
await mkdir(groups)
for (const [name, list] of members) {
  const loads = list.map((one) => `  await import('${relative(groups, join(tests, one))}')\n`)
  // While this test is under way tap does not think that all is done: a file may prepare something before its first test. A test that
  // hangs is named after four minutes, and the others go on.
  const content = `import t from 'tap'

t.beforeEach((one) => one.setTimeout(240_000))
t.test('${name} is loaded', async () => {
${loads.join('')}})
`
  await writeFile(join(groups, `${name}.test.ts`), content)
}
