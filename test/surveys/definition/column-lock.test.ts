import { cp, readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import t from 'tap'
import { checkDefinitions, checkFiles } from '../../../surveys/definition/check-definitions.ts'
import { readColumnLock } from '../../../surveys/definition/column-lock.ts'
import { definitionsFolder } from '../../../surveys/definition/load.ts'
import { readLock } from '../../../surveys/definition/published.ts'

t.test('every published version has its columns under the lock', async (t) => {
  t.strictSame(Object.keys(await readColumnLock()), (await readLock()).map(({ file }) => file).sort())
})

t.test('a published column that is gone is missed, and a new one is to be locked', async (t) => {
  const folder = t.testdir({})
  await cp(definitionsFolder, folder, { recursive: true })
  const lock = `${folder}/columns.lock.json`
  const text = await readFile(lock, 'utf8')
  await writeFile(lock, text.replace(/(?<="umfrage-1\.v1\.json": [^\]]*)"zp_gesamt_fehlt"/, '"zp_gesamt_warum"'))
  const { problems } = await checkDefinitions(pathToFileURL(`${folder}/`))
  t.match(problems, [
    { file: 'umfrage-1.v1.json', message: /„zp_gesamt_warum“ ist veröffentlicht und fehlt jetzt/ },
    {
      file: 'umfrage-1.v1.json',
      message: /„zp_gesamt_fehlt“ ist neu\. „stichtag survey publish umfrage-1 --fassung 1/,
    },
  ])
  t.equal(problems.length, 2)
})

t.test('a version that is not yet published gets no name that is too long', async (t) => {
  const folder = t.testdir({})
  const definition = JSON.parse(await readFile(new URL('umfrage-2.v1.json', definitionsFolder), 'utf8'))
  const draft = `${folder}/neu.v1.json`
  const text = JSON.stringify(definition)
  await writeFile(draft, text)
  t.strictSame((await checkFiles([draft])).problems, [], 'names that were published long ago may be asked again')
  await writeFile(draft, text.replace(/"id":"anmerkungen"(,"kind")/, '"id":"anmerkungen_zur_organisation"$1'))
  const { problems } = await checkFiles([draft])
  t.match(
    problems[0]?.message,
    /„anmerkungen_zur_organisation_fehlt“\. Sie hätte \d\d Zeichen, erlaubt sind 32.*26 Zeichen/,
  )
})
