/**
 * `npm run failover`: the database under Patroni changes its place ten times while people write. `--seed` repeats a run, `--planted` tries itself:
 * with nobody waiting for the standby it has to find lost ones. The exit code is 1 when a promise is broken, the defect not found or
 * something left behind, 2 where it cannot be tried.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../../server/project-root.ts'
import { endLeftovers, newPlace } from '../reliability/left-behind.ts'
import { lacks } from './lacks.ts'

const minutes = 45

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
    planted: { type: 'boolean', default: false },
    promotions: { type: 'string', default: '10' },
    keep: { type: 'boolean', default: false },
  },
})
const missing = await lacks()
if (missing !== '') {
  console.error(missing)
  process.exit(2)
}
const { seed, planted, promotions } = values
console.log(`Seed ${seed}; --seed ${seed} does the same again. At most ${minutes} minutes …`)

const place = await newPlace('failover')
// A network, mounts and numbers of processes of its own: whatever is in there ends with the first process.
const own = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc']
// The shell takes in processes whose parents are gone.
const shell = ['bash', '-c', '"$@"; exit $?', 'inside']
const inside = [process.execPath, '--import=tsx', join(projectRoot, 'test', 'failover', 'inside.ts')]
const args = ['--place', place, '--seed', seed, '--promotions', promotions, ...(planted ? ['--planted'] : [])]
const child = spawn('unshare', [...own, ...shell, ...inside, ...args], { cwd: projectRoot, stdio: 'inherit' })
const end = () => child.kill('SIGKILL')
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
const timer = setTimeout(() => {
  console.log(`It did not end within ${minutes} minutes.`)
  end()
}, minutes * 60_000)
const [code] = await once(child, 'exit')
clearTimeout(timer)
// What it says of itself is kept where it did not end well and somebody wants to look.
if (values.keep && code !== 0) console.log(`Its files are in ${place}.`)
else for (const name of await readdir(place)) await rm(join(place, name), { recursive: true, force: true })
const left = values.keep && code !== 0 ? [] : await endLeftovers(place)
for (const one of left) console.log(`Left behind: ${one}`)
if (left.length === 0) console.log('Nothing is left behind.')
process.exitCode = code === 0 && left.length === 0 ? 0 : 1
