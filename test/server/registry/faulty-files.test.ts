import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { importAddresses } from '../../../server/registry/import-addresses.ts'
import { testApp } from '../../support/app.ts'

async function world(t: Test) {
  const { db } = await testApp(t)
  const folder = t.testdir({})
  return async (content: string) => {
    const path = join(folder, 'liste')
    await writeFile(path, content)
    const before = process.memoryUsage().rss
    const { state, problems } = await importAddresses(db, { path, file: 'liste.csv', preview: true })
    const megabytes = (process.memoryUsage().rss - before) / 1024 ** 2
    return { state, problems, megabytes }
  }
}

t.test('of a large file that is the wrong one not every fault is kept', async (t) => {
  const read = await world(t)
  const lines = Array.from({ length: 1_000_000 }, (_, line) => `${900_000 + (line % 9)};x`)
  const { state, problems, megabytes } = await read(['GKZ;PLZ', ...lines].join('\n'))
  t.equal(state, 'faulty')
  t.ok(problems.length < 300_000, `${problems.length} faults`)
  t.ok(megabytes < 300, `${megabytes} MB`)
  t.match(problems.at(-1), /weiter wurde nicht gelesen/)
})

t.test('a file of a million columns is refused', async (t) => {
  const read = await world(t)
  const { state, megabytes } = await read(`GKZ${';a'.repeat(1_000_000)}\n117019${';b'.repeat(1_000_000)}`)
  t.equal(state, 'faulty')
  t.ok(megabytes < 500, `${megabytes} MB`)
})
