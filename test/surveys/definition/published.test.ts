import { cp, readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import t from 'tap'
import { generateTypes, schemas } from '../../../schemas/generate.ts'
import { checkDefinitions } from '../../../surveys/definition/check-definitions.ts'
import { definitionsFolder } from '../../../surveys/definition/load.ts'
import { readLock } from '../../../surveys/definition/published.ts'
import { readRegionFiles } from '../../../surveys/regions/load-regions.ts'
import { filteredDefinition } from '../../support/filtered-definition.ts'

async function copied(folder: string): Promise<URL> {
  await cp(definitionsFolder, folder, { recursive: true })
  return pathToFileURL(`${folder}/`)
}

t.test('the definitions of the project are in order', async (t) => {
  const { problems, checked } = await checkDefinitions()
  t.strictSame(problems, [])
  t.ok(checked.length > 0)
})

t.test('one byte changed in a published version is refused, in each of them', async (t) => {
  const names = (await readLock()).map(({ file }) => file)
  t.ok(names.length > 5)
  for (const [from, to] of [
    ['Anderer Grund', 'Anderer Grumd'],
    ['\n}', '\n} '],
  ] as const) {
    const folder = await copied(t.testdir({}))
    for (const name of names) {
      const file = new URL(name, folder)
      const text = await readFile(file, 'utf8')
      await writeFile(file, text.replace(from, to))
      t.not(await readFile(file, 'utf8'), text, name)
    }
    const { problems } = await checkDefinitions(folder)
    t.match(
      problems,
      names.map((file) => ({ file, path: '/', message: /ist veröffentlicht und wurde verändert/ })),
    )
    t.equal(problems.length, names.length)
  }
})

t.test('a byte changed in a shared list is refused in every version that uses it', async (t) => {
  const folder = await copied(t.testdir({}))
  const shared = new URL('shared.json', folder)
  await writeFile(shared, (await readFile(shared, 'utf8')).replace('aus Syrien', 'aus Syria'))
  const { problems } = await checkDefinitions(folder)
  t.strictSame(
    problems.map(({ file }) => file),
    ['umfrage-1.v1.json', 'umfrage-1.v2.json', 'umfrage-4.v1.json', 'umfrage-4.v2.json'],
  )
})

t.test('a published version that is gone is missed', async (t) => {
  const folder = await copied(t.testdir({}))
  const lock = new URL('published.lock.json', folder)
  const entries = JSON.parse(await readFile(lock, 'utf8'))
  await writeFile(lock, JSON.stringify([...entries, { ...entries[0], file: 'fort.v1.json' }]))
  t.match((await checkDefinitions(folder)).problems[0]?.message, /fehlt/)
})

t.test('a draft that hangs on a last wave and continues no survey is refused in its own file', async (t) => {
  const folder = await copied(t.testdir({}))
  await writeFile(new URL('gefiltert.v1.json', folder), JSON.stringify(filteredDefinition()))
  const { problems } = await checkDefinitions(folder)
  t.match(
    problems.filter(({ message }) => message.includes('letzten Erhebung')).map(({ file, path }) => `${file} ${path}`),
    [
      'gefiltert.v1.json asked (veraenderung)',
      'gefiltert.v1.json asked (stelle_seither)',
      'gefiltert.v1.json gesamt_zuvor',
    ],
  )
})

t.test('regions that published surveys count by stay as they are', async (t) => {
  const present = Object.fromEntries((await readRegionFiles()).map(({ file, text }) => [file, text]))
  const text = present['laender.json'] ?? ''
  const told = async (files: Record<string, string>) => {
    const regions = pathToFileURL(`${t.testdir(files)}/`)
    return (await checkDefinitions(definitionsFolder, { regions })).problems
  }
  t.strictSame(await told(present), [])
  const moved = text.replace(/(?<="name": "Georgien",\s*"region": ")\w+/, 'europa')
  t.not(moved, text)
  const [changed, ...others] = await told({ ...present, 'laender.json': moved })
  t.match(changed, { file: 'laender.json', path: '/', message: /wurde verändert/ })
  t.strictSame(others, [])
  t.match(await told({}), [
    { file: 'laender.json', message: /fehlt/ },
    { file: 'laender_2025.json', message: /fehlt/ },
  ])
})

t.test('a file that is no JSON is named', async (t) => {
  const folder = await copied(t.testdir({}))
  await writeFile(new URL('neu.v1.json', folder), '{"id":')
  const { problems } = await checkDefinitions(folder)
  t.equal(problems[0]?.file, 'neu.v1.json')
  t.match(problems[0]?.message, /kein gültiges JSON/)
})

t.test('the types of the schemas are fresh', async (t) => {
  for (const name of Object.keys(schemas) as (keyof typeof schemas)[]) {
    const types = await readFile(new URL(`../../../schemas/${name}.ts`, import.meta.url), 'utf8')
    t.equal(types, await generateTypes(name), name)
  }
})
