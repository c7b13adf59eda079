import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '../../server/project-root.ts'
import { documented, hosts, ofMachine, type Passwords, settingsIn, withPasswords } from './documented.ts'
import { type Machine, makeMachine } from './machine.ts'

/** A machine with HAProxy and Stichtag, as the page sets it up. */
export interface Instance extends Machine {
  base: string
  /** How often it read from the database itself instead of its copy. */
  readHere(): number
  startProxy(): void
  serve(passwords: Partial<Passwords>): Promise<void>
  /** A command on this machine, until it is over; what it printed. */
  command(args: readonly string[], env: Record<string, string>): Promise<string>
}

/** Here people come without https, and not over another proxy. */
const otherwise = ['PUBLIC_URL', 'TRUST_PROXY', 'STICHTAG_DATA']
const program = [process.execPath, join(projectRoot, 'server', 'stichtag.js')]

export async function makeInstance(place: string, name: keyof typeof hosts): Promise<Instance> {
  const own = [name, hosts[name]] as const
  const machine = await makeMachine(place, own)
  const config = join(machine.folder, 'haproxy.cfg')
  await writeFile(config, await documented('/etc/haproxy/haproxy.cfg'))
  const base = `http://${machine.address}:3000`
  const data = { STICHTAG_DATA: join(machine.folder, 'data') }
  let readHere = 0
  return {
    ...machine,
    base,
    readHere: () => readHere,
    startProxy() {
      machine.start(['/usr/sbin/haproxy', '-db', '-f', config])
    },
    async serve(passwords) {
      const settings = settingsIn(
        withPasswords(ofMachine(await documented('/etc/stichtag/environment'), own), passwords),
      )
      for (const name of otherwise) delete settings[name]
      const unit = await documented('/etc/systemd/system/stichtag.service')
      const [, args = ''] = /^ExecStart=\/usr\/bin\/node server\/stichtag\.js (.*)$/m.exec(unit) ?? []
      // Two machines have four processors; here both instances share what there is.
      const env = { ...settings, ...data, STICHTAG_WORKERS: '1', LOG_LEVEL: 'warn' }
      const child = machine.start([...program, args], { env })
      child.stdout?.on('data', (chunk) => {
        readHere += String(chunk).split('read from the database itself').length - 1
      })
      for (let tries = 0; tries < 1_500; tries += 1) {
        const isReady = await fetch(`${base}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        )
        if (isReady) return
        if (child.exitCode !== null) break
        await sleep(200)
      }
      throw new Error(`${name} does not answer`)
    },
    async command(args, env) {
      const child = machine.start([...program, ...args], { env: { ...data, ...env } })
      let printed = ''
      child.stdout?.on('data', (chunk) => {
        printed += chunk
      })
      const code = await new Promise((resolve) => child.once('close', resolve))
      if (code !== 0) throw new Error(`stichtag ${args.join(' ')} ended with ${code}`)
      return printed
    },
  }
}
