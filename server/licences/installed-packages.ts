import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { unlessCode } from '../errors/error-code.ts'

export interface Installed {
  name: string
  /** By its SPDX name; '' where it names none. */
  licence: string
  folder: string
}

const names = z.record(z.string(), z.string()).default({})
const description = z.object({
  name: z.string(),
  license: z.string().default(''),
  dependencies: names,
  optionalDependencies: names,
})

const readDescription = async (folder: string) =>
  description.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')))

/**
 * A package and all that it needs to run, in the order in which they are found. What is for another platform alone is
 * not installed, and left out.
 */
export async function installedPackages(from: string): Promise<Installed[]> {
  const root = resolve(from)
  const found = new Map<string, Installed>()
  const open = [root]
  for (const folder of open) {
    if (found.has(folder)) continue
    const { name, license, dependencies, optionalDependencies } = await readDescription(folder)
    found.set(folder, { name, licence: license, folder })
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const place = await findPackage(needed, folder, root)
      if (place !== undefined) open.push(place)
      else if (!(needed in optionalDependencies)) throw new Error(`${name} needs ${needed}, which is not installed`)
    }
  }
  return [...found.values()]
}

/** Where Node finds what a package asks for: beside it, else one folder further up. */
async function findPackage(name: string, from: string, root: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name)
    const isThere = await readFile(join(place, 'package.json')).then(() => true, unlessCode('ENOENT', 'ENOTDIR'))
    if (isThere) return place
    if (folder === root || folder === dirname(folder)) return undefined
  }
}
