import { chmod, mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import { run } from '../../../server/database/embedded/run.ts'
import { errorCode } from '../../../server/errors/error-code.ts'
import { keepAcknowledged } from '../../support/acknowledged.ts'
import { servedPeople } from '../../support/served-people.ts'
import { shelf } from '../../support/shelf.ts'
import { until } from '../../support/until.ts'
import { planting } from '../planting.ts'
import { promised } from '../promised.ts'
import { type Recipe, unless } from '../recipe.ts'

const clients = 4
const size = '320m'
const savesEach = 8
/** What may be answered while there is no room; an answer that is none is a fault as well. */
const allowed = new Set([200, 303, 503])
const refusals = 20

export const fullDisk: Recipe = {
  ...promised.disk,
  async run(t, { planted, amount }) {
    const times = amount(1, 5)
    const disk = await smallDisk(t)
    const before = planted ? planting('misreads-full-disk') : []
    const { people, database } = await servedPeople(t, join(disk, 'daten', 'postgres'), clients, before)
    const acknowledged = keepAcknowledged()
    const faults: string[] = []
    let refused = 0
    let over = false
    t.teardown(() => {
      over = true
    })
    const noted = (status: number) => {
      if (status === 503) refused += 1
      if (!allowed.has(status)) faults.push(`a request was answered with ${status}`)
    }
    const work = people.map(async (sender) => {
      const typist = acknowledged.typist(sender, noted)
      for (let number = 1; !over; number += 1) {
        const act = number % savesEach === 0 ? typist.submit() : typist.save()
        const isKept = await act.catch((error) => void faults.push(`a request got no answer: ${error}`))
        if (!isKept) await sleep(50)
      }
    })
    for (let round = 1; round <= times && faults.length === 0; round += 1) {
      const ballast = join(disk, 'ballast')
      await fill(ballast)
      const before = refused
      await until(() => refused >= before + refusals || faults.length > 0, 60)
      if (refused < before + refusals) faults.push(`round ${round}: the disk was full, and nobody was told so`)
      await sleep(1_000)
      await rm(ballast)
      const kept = acknowledged.count()
      await until(() => acknowledged.count() > kept + clients, 30)
      faults.push(
        ...unless(acknowledged.count() > kept + clients, `round ${round}: there is room, and nothing is stored`),
      )
    }
    over = true
    await Promise.all(work)
    return {
      done: `full disks while ${clients} write, ${acknowledged.count()} acknowledged, ${refused} told to wait`,
      times,
      faults: [...new Set([...faults, ...(await acknowledged.lost(database.db))])],
    }
  },
}

/** Why it cannot be tried here, or '': only who may mount can make a small disk. */
export async function lacksSmallDisk(): Promise<string> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root can mount a small disk'
  const place = await newPlace()
  const { code, output } = await mount(place)
  if (code === 0) await run('umount', [place])
  await rm(place, { recursive: true })
  return code === 0 ? '' : output
}

async function smallDisk(t: Test): Promise<string> {
  const place = await newPlace()
  t.teardown(() => rm(place, { recursive: true }))
  const { code, output } = await mount(place)
  if (code !== 0) throw new Error(output)
  t.teardown(async () => void (await run('umount', [place])))
  await mkdir(join(place, 'daten'), { mode: 0o711 })
  return place
}

async function newPlace(): Promise<string> {
  await mkdir(shelf, { recursive: true, mode: 0o755 })
  const place = await mkdtemp(join(shelf, `disk-${process.pid}-`))
  await chmod(place, 0o755)
  return place
}

const mount = (place: string) => run('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'stichtag', place])

/** Writes until there is no room left. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'w')
  try {
    for (const part of [Buffer.alloc(2 ** 20), Buffer.alloc(4_096)]) await writeUntilFull(file, part)
  } finally {
    await file.close()
  }
}

async function writeUntilFull(file: Awaited<ReturnType<typeof open>>, part: Buffer): Promise<void> {
  for (;;) {
    try {
      const { bytesWritten } = await file.write(part)
      if (bytesWritten < part.length) return
    } catch (error) {
      if (errorCode(error) !== 'ENOSPC') throw error
      return
    }
  }
}
