import { fstatSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import t from 'tap'
import { InputError } from '../../../server/errors/input-error.ts'
import { csv } from '../../../server/export/formats/csv.ts'
import type { Format } from '../../../server/export/formats/format.ts'
import { formats } from '../../../server/export/formats/index.ts'
import { prepareDownload } from '../../../server/export/prepare-download.ts'
import { waveTables } from '../../../server/export/wave-tables.ts'
import { writeExport } from '../../../server/export/write-export.ts'
import { loadInstrument } from '../../../surveys/definition/load.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { addWave, withRegistry } from '../../support/panel-world.ts'

t.test('files of an export', async (t) => {
  const { db, pool } = await freshDatabase(t)
  await addWave({ db }, 'umfrage-1', (await withRegistry({ db })).slice(0, 3), () => ({ zp_gesamt: 5 }))
  const instrument = await loadInstrument('umfrage-1')
  if (instrument === undefined) throw new Error('umfrage-1 is missing')
  const tables = await waveTables(pool, { wave: 'umfrage-1', instrument, stichtag: null, synthetic: false })
  const write = (format: Format, folder: string) => writeExport(db, format, Object.values(tables), folder)
  const notes = async () => (await db.selectFrom('audit').select('id').where('action', '=', 'export').execute()).length

  await t.test('only their owner reads them, whatever was there before', async (t) => {
    const folder = t.testdir({ 'umfrage-1.csv': 'alt' })
    t.not((await stat(join(folder, 'umfrage-1.csv'))).mode & 0o077, 0)
    for (const format of formats) {
      for (const file of await write(format, folder)) t.equal((await stat(file)).mode & 0o777, 0o600, file)
    }
    t.match(await readFile(join(folder, 'umfrage-1.csv'), 'utf8'), /^\ufeff?welle[,;]gkz/)
    t.notOk((await readdir(folder)).some((name) => name.startsWith('.')))
  })

  await t.test('what is written aside while they are made is closed to others, too', async (t) => {
    const folder = t.testdir({})
    const modes: number[] = []
    const watching: Format = {
      ...csv,
      async write(table, out) {
        modes.push(fstatSync((out as Writable & { fd: number }).fd).mode & 0o777)
        for (const name of await readdir(folder)) modes.push((await stat(join(folder, name))).mode & 0o777)
        return csv.write(table, out)
      },
    }
    await write(watching, folder)
    t.strictSame(modes, Array(6).fill([0o600, 0o700]).flat())
    modes.length = 0
    await rm(folder, { recursive: true })
    await mkdir(folder)
    const { content } = await prepareDownload(watching, tables.antworten)
    content.destroy()
    t.strictSame(modes, [0o600])
  })

  await t.test('a disk that is full in between leaves what was there, and nothing else', async (t) => {
    const folder = t.testdir({ 'umfrage-1.csv': 'alt', 'umfrage-1-codebuch.csv': 'alt' })
    const before = await notes()
    let written = 0
    const full: Format = {
      ...csv,
      async write(table, out) {
        written += 1
        if (written === 3) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        return csv.write(table, out)
      },
    }
    const failed = await write(full, folder).catch((error: unknown) => error)
    t.ok(failed instanceof InputError)
    t.match(failed, { message: /umfrage-1\.csv lässt sich nicht schreiben\. Der Platz reicht nicht/ })
    t.strictSame((await readdir(folder)).sort(), ['umfrage-1-codebuch.csv', 'umfrage-1.csv'])
    t.equal(await readFile(join(folder, 'umfrage-1.csv'), 'utf8'), 'alt')
    t.equal(await notes(), before, 'nothing left, so nothing is noted')
  })

  await t.test('where a folder stands in the way of one file, none is replaced', async (t) => {
    const folder = t.testdir({ 'umfrage-1.csv': 'alt', 'umfrage-1-codebuch.csv': {} })
    await t.rejects(write(csv, folder), /umfrage-1-codebuch\.csv lässt sich nicht schreiben\. Das ist ein Ordner/)
    t.equal(await readFile(join(folder, 'umfrage-1.csv'), 'utf8'), 'alt')
    t.strictSame((await readdir(folder)).sort(), ['umfrage-1-codebuch.csv', 'umfrage-1.csv'])
  })

  await t.test('a file in the place of the folder is told', async (t) => {
    const folder = t.testdir({ daten: 'eine Datei' })
    await t.rejects(write(csv, join(folder, 'daten')), /daten ist kein Ordner/)
    await mkdir(join(folder, 'neu'))
    await writeFile(join(folder, 'neu', 'anderes.txt'), 'bleibt')
    await write(csv, join(folder, 'neu'))
    t.ok((await readdir(join(folder, 'neu'))).includes('anderes.txt'))
  })
})
