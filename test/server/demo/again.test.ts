import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { readConfig } from '../../../server/boot/config.ts'
import type { AppContext } from '../../../server/boot/context.ts'
import { deriveKeys } from '../../../server/boot/keys.ts'
import { openDatabase } from '../../../server/database/database.ts'
import { patient } from '../../../server/database/pool.ts'
import { beginDemo } from '../../../server/demo/load.ts'
import { demoNotice } from '../../../server/demo/notice.ts'
import { hashAccessCode, newAccessCode } from '../../../server/domain/access-code.ts'
import { tryCode } from '../../../server/forms/try-code.ts'
import { startAnew } from '../../../server/staff/manage-accounts.ts'
import { tryPassword } from '../../../server/staff/sign-in.ts'
import { storeCodes } from '../../../server/store/access-codes.ts'
import { disableAccount } from '../../../server/store/staff-accounts.ts'
import { createWave, findWave, listParticipants, listWaves, setWaveState } from '../../../server/store/waves.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { newWave, published } from '../../support/published.ts'

async function demoWorld(t: Test): Promise<AppContext> {
  const { url } = await freshDatabase(t)
  const { db, pool, close } = openDatabase(url, patient)
  t.after(close)
  const read = readConfig({ STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: t.testdir({}) })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  const context = { config: read.config, keys: deriveKeys('x'.repeat(40)), db, pool }
  await beginDemo(context)
  return context
}

/** What is printed, as somebody tries it who reads it, from a computer of their own each time. */
async function tried(context: AppContext) {
  const lines = await demoNotice(context)
  const computers = Array.from({ length: 20 }, (_none, place) => `192.0.2.${place}`)
  const ip = () => computers.pop() ?? ''
  const codes = lines.flatMap((line) => /^ {2}([0-9A-Z-]{19}) {2}(\S+), .* \((\S+)\)/.exec(line)?.slice(1) ?? [])
  const refused: string[] = []
  const forms: string[] = []
  for (let place = 0; place < codes.length; place += 3) {
    const [code = '', wave, unit] = codes.slice(place)
    forms.push(`${wave} ${unit}`)
    if ((await tryCode(context, ip(), code)).refused !== undefined) refused.push(`${wave} ${unit}`)
  }
  const accounts = lines.flatMap((line) => {
    const [, name = '', password = ''] = /^ {2}(\S+) +Kennwort (\S+)/.exec(line) ?? []
    return name === '' ? [] : [{ name, password }]
  })
  for (const account of accounts)
    if ((await tryPassword(context, { ip: ip(), browserMark: '' }, account)).account === undefined)
      refused.push(account.name)
  return { lines, forms, names: accounts.map(({ name }) => name), refused }
}

t.test('loading the demo again changes nothing, and names only logins that work', async (t) => {
  const context = await demoWorld(t)
  const { db, keys } = context
  const begun = await listWaves(db)
  t.ok(
    begun.every(({ open }) => open),
    'all waves are open before the others have answered',
  )
  t.ok(
    begun.every(({ submitted }) => Number(submitted) < 5),
    'only those have answered who are shown: the start does not grow with the world',
  )
  const { rows: unsent } = await sql`
    select s.participant_id, v.field from submission s join draft_value v on v.participant_id = s.participant_id and v.contact
    left join contact.respondent r on r.participant_id = v.participant_id and r.field = v.field
    where v.value is distinct from r.value`.execute(db)
  t.strictSame(unsent, [], 'who has submitted has nothing left to send')
  const first = await tried(context)
  t.match(first, { forms: { length: 9 }, names: { length: 7 }, refused: [] })

  await setWaveState(db, 'umfrage-0', 'closed')
  const participant = (await listParticipants(db, 'umfrage-1')).find(({ unit }) => unit === '117019')
  const hash = await hashAccessCode(newAccessCode(), keys.accessCode)
  await storeCodes(db, [{ participantId: participant?.id ?? 0, hash }])
  await startAnew(context, { name: 'forschung' })
  await disableAccount(db, { name: 'evaluation' })

  await beginDemo(context)
  const second = await tried(context)
  t.match(await findWave(db, 'umfrage-0'), { state: 'closed' }, 'what was closed stays so')
  t.strictSame(second.refused, [])
  t.strictSame(
    second.forms,
    first.forms.filter((form) => form !== 'umfrage-1 117019'),
  )
  t.strictSame(second.names, ['feldbuero', 'datenschutz', 'administration', 'landkreis', 'feldbuero-2'])
  t.match(second.lines.at(-1), /gilt nicht mehr/)

  await beginDemo(context)
  t.strictSame((await tried(context)).lines, second.lines, 'again')
})

t.test('beside a real wave no account of the demo works, and none is named', async (t) => {
  const context = await demoWorld(t)
  await createWave(context.db, { ...newWave(await published('umfrage-1'), ['117019']), id: 'wirklich' })
  await beginDemo(context)
  const { forms, names, refused, lines } = await tried(context)
  t.match({ forms, names, refused }, { forms: { length: 9 }, names: { length: 0 }, refused: [] })
  t.notMatch(lines.join('\n'), /Konten für Mitarbeitende/)
})
