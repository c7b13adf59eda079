import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import t from 'tap'
import { programOf } from '../../support/debian-postgres.ts'
import { eraseByPages } from '../../support/erase-person.ts'
import { leavesNoTrace } from '../../support/leaves-no-trace.ts'
import { ownDebianDatabase } from '../../support/own-database.ts'
import { personWorld } from '../../support/person-world.ts'
import { marksIn } from '../../support/search-bytes.ts'

const run = promisify(execFile)

t.test('a person who was everywhere is nowhere after an erasure on the pages, by two people', async (t) => {
  const world = await personWorld(t, await ownDebianDatabase(t))
  const dump = async () => {
    const { stdout } = await run(await programOf('pg_dump'), [world.test.url], {
      encoding: 'buffer',
      maxBuffer: 2 ** 28,
    })
    return marksIn(stdout)
  }
  t.strictSame(await dump(), ['name', 'phone', 'initials', 'number'])
  await leavesNoTrace(t, world, eraseByPages)
  t.strictSame(await dump(), ['number'], 'nor does a dump in SQL tell of the person but what the register says')
})
