import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { createWave } from '../../../server/store/waves.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { newWave, published } from '../../support/published.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { runCommand } from '../../support/run-command.ts'

t.test('the paper of a wave names its own Stichtag and Frist', async (t) => {
  const { db, url } = await freshDatabase(t)
  const wave = newWave(await published('umfrage-1'), ['117019'])
  await createWave(db, { ...wave, id: 'spaeter', stichtag: '2026-06-30', frist: '2026-09-15' })
  const out = join(t.testdir({}), 'leer.pdf')
  const paper = (id: string, path?: string) =>
    runCommand('wave paper', { positionals: [id], values: { out: path } }, url)
  t.equal(await paper('spaeter', out), out)
  const { text } = await readPdf(await readFile(out))
  t.match(text, /Stichtag 30\.06\.2026 Frist 15\.09\.2026/)
  t.notMatch(text, /15\.12\.2018/, 'nor does any sentence name the one of the definition')
  await t.rejects(paper('keine', out), /Die Welle „keine“ gibt es nicht/)
  await t.rejects(paper('spaeter'), /--out/)
})
