import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { dirname } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { freePort } from '../../../server/database/embedded/free-port.ts'
import { isAlive } from '../../../server/database/embedded/processes.ts'
import { projectRoot } from '../../../server/project-root.ts'
import { type Child, follow } from '../../support/child.ts'
import { isLettingIn } from '../../support/letting-in.ts'
import { clusterFolder, openQuietly, postmasterOf } from '../../support/own-cluster.ts'

// A PostgreSQL of their own that is no longer new; each leaves it to the next.
const folder = await clusterFolder(t)
const cluster = await openQuietly(folder)
await cluster.markUsed()
await cluster.release()

/** Started by npm. */
async function startBy(t: Test, file: string, args: string[]) {
  const port = await freePort(0)
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, STICHTAG_DATA: dirname(folder), PORT: String(port) }
  // In a group of its own, so that whatever is left of it can be ended with the test.
  const child = follow(spawn(file, args, { cwd: projectRoot, env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] }))
  t.teardown(async () => void (await endGroup(child)))
  await child.line(/^Beenden mit/)
  const postmaster = await postmasterOf(cluster.home)
  return {
    child,
    port,
    npm: child.process.pid ?? 0,
    isAnswering: () => isLettingIn(port),
    async untilGone() {
      for (let tries = 0; tries < 600 && ((await isLettingIn(port)) || isAlive(postmaster)); tries += 1) await sleep(50)
      return { server: await isLettingIn(port), database: isAlive(postmaster) }
    },
  }
}

async function endGroup({ process: { pid = 0 }, ended }: Child): Promise<void> {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing is left of it.
  }
  await ended
}

const nothing = { server: false, database: false }

t.test(
  'who ends npm ends the server: what is under way is answered, the database stopped, then npm is done',
  async (t) => {
    const { child, port, npm, untilGone } = await startBy(t, 'npm', ['start'])
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    const answer = text(socket)
    socket.write(`GET /hilfe HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`)
    await sleep(300)
    process.kill(npm, 'SIGTERM')
    await sleep(300)
    socket.write('\r\n')
    t.match(await answer, /^HTTP\/1\.1 200 .*<\/html>/s)
    t.strictSame(await child.ended, 0, 'npm waits for it, so that a container does not break it off')
    t.strictSame(await untilGone(), nothing)
  },
)

t.test('npm is killed: the server notices and ends by itself', async (t) => {
  const { npm, untilGone, child } = await startBy(t, 'npm', ['start'])
  process.kill(npm, 'SIGKILL')
  t.strictSame(await untilGone(), nothing)
  t.match(child.output().stderr, /Stichtag wird beendet/)
})

t.test('npx is ended, of whose shell the server knows nothing: it notices and ends by itself', async (t) => {
  const { npm, untilGone, child } = await startBy(t, 'npx', ['stichtag', 'serve'])
  process.kill(npm, 'SIGTERM')
  t.strictSame(await untilGone(), nothing)
  t.match(child.output().stderr, /Stichtag wird beendet/)
})

t.test('Ctrl-C reaches npm, its shell and the server at once: it ends once', async (t) => {
  const { npm, untilGone, child } = await startBy(t, 'npm', ['start'])
  process.kill(-npm, 'SIGINT')
  t.strictSame(await child.ended, 0)
  t.strictSame(await untilGone(), nothing)
  t.strictSame(child.output().stderr.match(/wird beendet/g)?.length, 1)
})

t.test('without npm the server may outlive who started it', async (t) => {
  const { child, isAnswering } = await startBy(t, 'sh', ['-c', 'node server/stichtag.js serve & read line'])
  child.process.stdin?.end()
  await once(child.process, 'exit')
  await sleep(1_500)
  t.ok(await isAnswering())
})
