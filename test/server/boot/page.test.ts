import { join } from 'node:path'
import t from 'tap'
import { projectRoot } from '../../../server/project-root.ts'
import { startChild } from '../../support/child.ts'
import { freshDatabase } from '../../support/fresh-database.ts'

t.test('the server starts on the PostgreSQL that comes with the packages, and shows a page', async (t) => {
  const { url } = await freshDatabase(t)
  const settings = { DATABASE_URL: url, STICHTAG_SECRET: 'x'.repeat(32), PORT: '0' }
  const child = startChild([join(projectRoot, 'server', 'stichtag.js'), 'serve'], settings)
  t.teardown(async () => {
    child.process.kill('SIGKILL')
    await child.ended
  })
  const [address = ''] = /http:\S+/.exec(await child.line(/^Stichtag läuft/)) ?? []
  t.match(await (await fetch(`${address}/zugang`)).text(), /Zugangscode/)
  t.strictSame(child.output().stderr, '', 'and warns of nothing')
})
