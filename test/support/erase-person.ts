import { person, personTerms } from './person-marks.ts'
import type { PersonWorld } from './person-world.ts'
import { password, signIn, staffAccount } from './staff.ts'

/** Erases all that is found of the person by command: looked at, then done by two accounts. */
export async function eraseByCommand({ run }: PersonWorld): Promise<void> {
  for (const term of personTerms) {
    const { stderr } = await run('person', 'erase', term, '--trennen')
    if (term === person.number) isToldOfCut(stderr)
    const count = /--ausfuehren (\d+)/.exec(stderr)?.[1]
    if (count === undefined) throw new Error(`nothing was found by ${term}: ${stderr}`)
    const both = ['--als', 'd.eins', '--zustimmung', 'd.zwei']
    const done = await run('person', 'erase', term, '--ausfuehren', count, '--grund', 'b', '--trennen', ...both)
    if (done.code !== 0) throw new Error(done.stderr)
  }
}

/** The same on the pages: one prepares it, another agrees. */
export async function eraseByPages({ first, second }: PersonWorld): Promise<void> {
  await first.get('/intern/personen')
  const eingang = new Date().toLocaleDateString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric' })
  const suche = personTerms.join('; ')
  const { location: href } = await first.post('/intern/personen', { art: 'loeschung', eingang, suche })
  const { text } = await first.get(`${href}?alle=ja`)
  const ticked = [...text.matchAll(/name="was" value="([^"]+)"/g)].map(([, mark = '']): [string, string] => [
    'was',
    mark,
  ])
  const fields = [['_csrf', first.csrf], ['aktion', 'loeschen'], ['schwaerzen', ''], ...ticked]
  const chosen = await first.send({
    method: 'POST',
    url: `${href}/auswahl`,
    payload: new URLSearchParams(fields).toString(),
    headers: { cookie: first.cookie, 'content-type': 'application/x-www-form-urlencoded' },
  })
  if (chosen.location !== `${href}/loeschung`) throw new Error(`not chosen: ${chosen.status} ${chosen.words}`)
  isToldOfCut((await first.get(`${href}/loeschung`)).words)
  await first.post(`${href}/loeschung`, { grund: 'b', _gesehen: first.seen })
  await second.get(`${href}/loeschung`)
  const { location, words } = await second.post(`${href}/zustimmung`, { _gesehen: second.seen })
  if (location !== href) throw new Error(`not erased: ${words}`)
}

/** Before anybody decides it is said what cutting the link does, and what stays. */
function isToldOfCut(words: string): void {
  for (const told of [/Quittung bekommt eine neue Nummer/, /Im Register bleibt die Nummer/])
    if (!told.test(words)) throw new Error(`not told of ${told}: ${words}`)
}

/** Disables an account and takes its name away, as the administration does. */
export async function forgetAccount({ test }: PersonWorld, name: string): Promise<void> {
  const visitor = await signIn(test, await staffAccount(test, 'administration'))
  const href = `/intern/konten/${name}`
  for (const aktion of ['sperren', 'namen-loeschen']) {
    await visitor.get(href)
    const answer = await visitor.post(href, { aktion, bisher: password })
    if (answer.status >= 400) throw new Error(`${aktion}: ${answer.words}`)
  }
}
