import t from 'tap'
import { eraseByCommand } from '../../support/erase-person.ts'
import { leavesNoTrace } from '../../support/leaves-no-trace.ts'
import { ownDatabase } from '../../support/own-database.ts'
import { personWorld } from '../../support/person-world.ts'

t.test('a person who was everywhere is nowhere after an erasure by command', async (t) => {
  await leavesNoTrace(t, await personWorld(t, await ownDatabase(t)), eraseByCommand)
})
