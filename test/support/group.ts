/**
 * Writes a file for each folder of tests that loads all that are in it, so that what they test is loaded once for all of
 * them, and one browser serves them. The files themselves stay as they are; each can be run alone.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { projectRoot } from '../../server/project-root.ts'

const tests = join(projectRoot, 'test')
const groups = join(tests, '.groups')

/** What takes longest, in this order, so that no core waits for another at the end; and how many processes share it. */
const longest: Record<string, number> = {
  views: 2,
  journeys: 3,
  'server-http': 3,
  'server-evaluation': 1,
  'server-boot': 1,
  'server-demo': 1,
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
  const [area = '', room = ''] = file.replace('.test.ts', '').split('/')
  const name = area === 'server' ? `server-${room}` : area
  const place = Object.keys(longest).indexOf(name)
  return place < 0 ? `9-${name}` : `${place}-${name}-${1 + (index % (longest[name] ?? 1))}`
}

await rm(groups, { recursive: true, force: true })
await mkdir(groups)
for (const [name, list] of members) {
  const loads = list.map((one) => `  await import('${relative(groups, join(tests, one))}')\n`)
  // While this test is under way tap does not think that all is done: a file may prepare something before its first test.
  const content = `import t from 'tap'\n\nt.test('${name} is loaded', async () => {\n${loads.join('')}})\n`
  await writeFile(join(groups, `${name}.test.ts`), content)
}
