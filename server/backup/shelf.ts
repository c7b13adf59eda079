import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expired } from './rotation.ts'

const pattern = /^stichtag-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.gz(\.age)?$/

/** The folder of the nightly backups; each says in its name when it was made. */
export class Shelf {
  readonly folder: string

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'backups')
  }

  /** Where the next one goes. */
  async place(now: Date, isSealed: boolean): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    const time = now.toISOString().replace(/[-:]|\.\d+/g, '')
    return join(this.folder, `stichtag-${time}.tar.gz${isSealed ? '.age' : ''}`)
  }

  async newest(): Promise<Date | undefined> {
    return (await this.#all()).map(({ time }) => time).sort((a, b) => b.getTime() - a.getTime())[0]
  }

  /** Deletes what is no longer kept, and what was broken off. */
  async tidy(): Promise<void> {
    const all = await this.#all()
    const gone = new Set(expired(all.map(({ time }) => time)).map((time) => time.getTime()))
    const broken = (await readdir(this.folder)).filter((name) => name.endsWith('.teil'))
    const names = [...all.filter(({ time }) => gone.has(time.getTime())).map(({ name }) => name), ...broken]
    for (const name of names) await rm(join(this.folder, name), { force: true })
  }

  async #all(): Promise<{ name: string; time: Date }[]> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    return (await readdir(this.folder)).flatMap((name) => {
      const [, year, month, day, ...clock] = pattern.exec(name) ?? []
      if (year === undefined) return []
      return [{ name, time: new Date(`${year}-${month}-${day}T${clock.slice(0, 3).join(':')}Z`) }]
    })
  }
}
