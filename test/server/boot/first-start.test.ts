import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { openContext } from '../../../server/boot/open.ts'
import { isAlive } from '../../../server/database/embedded/processes.ts'
import { loadDemo } from '../../../server/demo/load.ts'
import { demoNotice } from '../../../server/demo/notice.ts'
import { hashAccessCode } from '../../../server/domain/access-code.ts'
import { projectRoot } from '../../../server/project-root.ts'
import { findByCode } from '../../../server/store/access-codes.ts'
import { startChild } from '../../support/child.ts'
import { isDemoWorld } from '../../support/demo-world.ts'
import { clusterFolder, postmasterOf } from '../../support/own-cluster.ts'

t.test(
  'the first start, told to end on the way: it ends in order, the next one goes on, and the world is whole',
  async (t) => {
    t.setTimeout(240_000)
    const folder = await clusterFolder(t)
    const env = { STICHTAG_DATA: dirname(folder), PORT: '0' }
    const start = async () => {
      const child = startChild([join(projectRoot, 'server', 'stichtag.js'), 'serve'], env)
      t.teardown(async () => {
        child.process.kill('SIGKILL')
        await child.ended
      })
      const [address = ''] = /http:\S+/.exec(await child.line(/^Stichtag läuft/)) ?? []
      await child.line(/^Beenden mit/)
      const codes = child.output().stdout.match(/^ {2}[0-9A-Z-]{19} {2}(?:umfrage|folgewelle).*$/gm) ?? []
      return { child, address, codes }
    }

    const first = await start()
    t.equal(first.codes.length, 9)
    const postmaster = await postmasterOf(folder)
    first.child.process.kill('SIGTERM')
    t.strictSame(await first.child.ended, 0)
    t.notMatch(Object.values(first.child.output()).join(), /vollständig|Fehler/)
    while (isAlive(postmaster)) await sleep(50)

    const second = await start()
    t.strictSame(second.codes, first.codes, 'the codes that were printed stay right')
    const context = await openContext({ env })
    t.teardown(() => context.close())
    for (const line of second.codes) {
      const [code = ''] = /[0-9A-Z-]{19}/.exec(line) ?? []
      t.ok(await findByCode(context.db, await hashAccessCode(code, context.keys.accessCode)), line)
    }
    while (!/vollständig/.test(second.child.output().stdout)) {
      t.equal((await fetch(`${second.address}/zugang`)).status, 200, 'forms do not wait')
      await sleep(500)
    }
    t.equal((await fetch(`${second.address}/intern`, { redirect: 'manual' })).status, 303)
    second.child.process.kill('SIGTERM')
    t.strictSame(await second.child.ended, 0)

    await isDemoWorld(t, context.db)
    const lines = await demoNotice(context)
    await loadDemo(context, () => {})
    t.strictSame(await demoNotice(context), lines, 'loading again changes nothing')
  },
)
