import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { noteFailedBackup } from '../../server/store/backups.ts'
import { flatFile } from './admindata.ts'
import type { TestApp } from './app.ts'
import { stichtag } from './child.ts'
import { person } from './person-marks.ts'
import { signIn, staffAccount } from './staff.ts'
import type { Visitor } from './visitor.ts'

/** A table that no reader knows, read as somebody has written down. */
const mapping = {
  title: `Umfrage von ${person.name}`,
  source: `Mitteilung von ${person.mail}`,
  licence: `nach Absprache mit ${person.name}`,
  region: { column: 'GKZ' },
  values: [{ column: 'Beginn', indicator: 'im_start' }],
}

const list = '/intern/verwaltungsdaten'

/**
 * Tells of the person beside the forms: as an account, in the names, settings and lines of official files that are read in or wait, in
 * a reason to take one back, and in what an error quotes.
 */
export async function seedBeside(test: TestApp, folder: string): Promise<void> {
  const visitor = await signIn(test, await staffAccount(test, 'forschung', person.account))
  const faulty = flatFile({ key: '08117019', value: 200 }, { key: '08117026', value: person.name })
  const settings = { zeit: '', indikator: '', fehlerhafte: '1' }
  const first = await upload(visitor, `Liste ${person.name}.csv`, faulty)
  await visitor.get(first)
  await visitor.post(first, { aktion: 'pruefen', ...settings })
  await visitor.get(first)
  await expectTo(visitor, first, { aktion: 'einlesen', ...settings }, /eingelesen=1/)
  const undo = `${list}/1/zuruecknehmen`
  await visitor.get(undo)
  await expectTo(visitor, undo, { grund: `von ${person.name} verwechselt` }, /zurueckgenommen=1/)
  const second = await upload(visitor, `${person.name.normalize('NFD')}.csv`, faulty)
  await visitor.get(second)
  await visitor.post(second, { aktion: 'pruefen', zeit: person.name, indikator: '' })
  await importMapped(test, folder)
  await noteFailedBackup(test.db, `EACCES: permission denied, open '/home/${person.account}/daten/${person.name}'`)
}

async function importMapped({ url, config }: TestApp, folder: string): Promise<void> {
  const [file, read] = [join(folder, 'beginn.csv'), join(folder, 'zuordnung.json')]
  await writeFile(file, 'GKZ;Beginn\n117019;201710\n')
  await writeFile(read, JSON.stringify(mapping))
  const env = { DATABASE_URL: url, STICHTAG_SECRET: config.secret, STICHTAG_DATA: config.dataDir }
  const { code, stderr } = await stichtag(['admindata', 'import', file, '--mapping', read, '--zeit', '2018'], env)
  if (code !== 0) throw new Error(stderr)
}

async function expectTo(visitor: Visitor, url: string, fields: Record<string, string>, location: RegExp) {
  const answer = await visitor.post(url, fields)
  if (!location.test(answer.location)) throw new Error(`${url}: ${answer.status} ${answer.location} ${answer.words}`)
}

/** Sends a file as a browser does that has no script; comes back with the page on which it is looked at. */
async function upload(visitor: Visitor, name: string, content: string): Promise<string> {
  await visitor.get(list)
  const line = '----grenze'
  const part = (head: string, body: string) => `--${line}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`
  const payload = [
    part('name="_csrf"', visitor.csrf),
    part(`name="datei"; filename="${name}"`, content),
    `--${line}--\r\n`,
  ]
  const { location, words } = await visitor.send({
    method: 'POST',
    url: `${list}/hochladen`,
    payload: payload.join(''),
    headers: { cookie: visitor.cookie, 'content-type': `multipart/form-data; boundary=${line}` },
  })
  if (!location.startsWith(`${list}/vorschau/`)) throw new Error(`${name} was not taken: ${words}`)
  return location
}
