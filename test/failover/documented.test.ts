import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { environment } from '../../server/boot/environment.ts'
import { documented, documentedFiles, hosts, nodes, ofMachine, settingsIn, withPasswords } from './documented.ts'
import { unsafe } from './planted.ts'

const numberIn = (text: string, name: string) => Number(new RegExp(`^ *${name}: (\\d+)$`, 'm').exec(text)?.[1])

t.test('each file stands on the page, and another machine has its own name and address', async (t) => {
  for (const file of documentedFiles) t.match(await documented(file), `# ${file}\n`)
  const etcd = settingsIn(ofMachine(await documented('/etc/default/etcd'), ['n2', nodes.n2]))
  t.match(etcd, { ETCD_NAME: 'n2', ETCD_LISTEN_PEER_URLS: `http://${nodes.n2}:2380` })
  const all = Object.entries(nodes).map(([name, address]) => `${name}=http://${address}:2380`)
  t.equal(etcd.ETCD_INITIAL_CLUSTER, all.join())
  const patroni = ofMachine(await documented('/etc/patroni/config.yml'), ['n3', nodes.n3])
  t.match(patroni, /^name: n3\n[\s\S]*listen: 10\.0\.0\.23,127\.0\.0\.1:5432\n/m)
  t.match(
    patroni,
    Object.values(nodes)
      .map((address) => `${address}:2379`)
      .join(', '),
  )
  const one = ofMachine(await documented('/etc/stichtag/environment'), ['a2', hosts.a2])
  t.match(settingsIn(one), { HOST: hosts.a2 })
})

t.test('Patroni is told what it can keep, and waits for another one', async (t) => {
  const patroni = await documented('/etc/patroni/config.yml')
  const [ttl, wait, retry] = ['ttl', 'loop_wait', 'retry_timeout'].map((name) => numberIn(patroni, name))
  // So its documentation asks for; a longer lock would keep people waiting for longer than is promised.
  t.ok(Number(wait) + 2 * Number(retry) <= Number(ttl) && Number(ttl) >= 20 && Number(ttl) < 25)
  t.match(patroni, /synchronous_mode: true\n *synchronous_mode_strict: true\n/)
  t.match(unsafe(patroni), /synchronous_mode: false\n *synchronous_mode_strict: false\n/)
})

t.test('Stichtag knows each of its settings, and HAProxy its file', async (t) => {
  const filled = withPasswords(await documented('/etc/stichtag/environment'), {
    APPLICATION_PASSWORD: 'a',
    SECRET_OF_BOTH: 'x'.repeat(40),
  })
  const read = environment.strict().safeParse(settingsIn(filled))
  t.equal(read.success, true, read.error?.message ?? '')
  t.match(read.data, { DATABASE_URL: /:5000\/stichtag$/, DATABASE_READ_URL: /:5001\/stichtag$/ })
  const file = join(t.testdir({}), 'haproxy.cfg')
  writeFileSync(file, await documented('/etc/haproxy/haproxy.cfg'))
  const { status, stderr } = spawnSync('/usr/sbin/haproxy', ['-c', '-f', file], { encoding: 'utf8' })
  t.equal(status, 0, stderr)
})
