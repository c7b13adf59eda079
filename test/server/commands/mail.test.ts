import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import t from 'tap'
import { listMails } from '../../../server/store/dispatches.ts'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { addAddresses } from '../../support/mailing.ts'
import { staffAccount } from '../../support/staff.ts'

t.test('mails by commands: looked at, sent as files, listed, come back', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'stichtag-mail-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const test = await testApp(t)
  await addAddresses(test)
  const env = {
    ...{ DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: folder },
    ...{ MAIL_FROM: 'umfrage@institut.example', PUBLIC_URL: 'https://umfrage.example' },
  }
  const run = (...args: string[]) => stichtag(args, env)

  t.match(await run('mail', 'send', 'umfrage-1', 'einladung', '--vorschau', '--ohne', '117042'), {
    code: 0,
    stdout: '117019  Eislingen/Fils  umfrage@eislingen.example\n117026  Göppingen  umfrage@goeppingen.example\n',
  })
  t.match(await run('mail', 'send', 'umfrage-1', 'einladung', '--ohne', '117042'), {
    code: 0,
    stdout: /2 von 2 E-Mails erledigt/,
  })
  t.match(await run('mail', 'send', 'umfrage-1', 'einladung', '--ohne', '117042'), { code: 0, stdout: /0 von 0/ })
  const post = join(folder, 'post')
  const files = await readdir(post)
  t.equal(files.length, 2)
  const mails = await Promise.all(files.map(async (name) => simpleParser(await readFile(join(post, name)))))
  const [mail] = mails.filter(({ text }) => text?.includes('Göppingen'))
  t.match(mail?.text, /https:\/\/umfrage\.example\/zugang\n/)

  for (const [args, code, said] of [
    [['mail', 'send', 'umfrage-1', 'einladung', '--nur', '1'], 1, /--nur 1: Niemand/],
    [['mail', 'send', 'umfrage-1', 'nichts'], 1, /Vorlage „nichts“ gibt es nicht/],
    [['mail', 'send', 'umfrage-1', 'erinnerung', '--am', '2020-01-01'], 1, /ist schon vorbei/],
    [['mail', 'send', 'umfrage-1', 'erinnerung', '--um', '9'], 2, /--um gilt nur zusammen/],
    [['mail', 'send', 'umfrage-1', 'erinnerung', '--am', '2098-03-30', '--um', '2'], 1, /gibt es 2 Uhr nicht/],
    [['mail', 'list', '--stand', 'weg'], 2, /Stand „weg“ gibt es nicht/],
    [['mail', 'test', 'a'], 1, /keine E-Mail-Adresse/],
    [['mail', 'decide', '1', 'gesendet'], 1, /ungewisse E-Mail 1 gibt es nicht/],
  ] as const)
    t.match(await run(...args), { code, stderr: said }, args.join(' '))

  const planned = await run('mail', 'send', 'umfrage-1', 'erinnerung', '--am', '2098-12-01', '--json')
  const { job } = JSON.parse(planned.stdout)
  t.match(JSON.parse(planned.stdout), { at: '2098-12-01T08:00:00.000Z' })
  t.match(await run('mail', 'send', 'umfrage-1', 'erinnerung', '--am', '2098-12-01'), {
    code: 1,
    stderr: /schon geplant/,
  })
  t.match(
    (await run('job', 'list')).stdout,
    /Erinnerung: noch nicht abgesendet, umfrage-1, fällig 01\.12\.2098, 09:00 Uhr, wartet/,
  )
  t.match(await run('job', 'stop', String(job)), { code: 0 })
  t.match(await run('job', 'stop', String(job)), { code: 1 })
  t.match(await run('job', 'retry', String(job)), { code: 1 })
  t.match(
    await run('mail', 'send', 'umfrage-1', 'erinnerung', '--am', '2098-12-01'),
    { code: 0 },
    'what was stopped can be planned anew',
  )

  await staffAccount(test, 'feldbuero')
  const many = (...more: string[]) =>
    stichtag(['mail', 'send', 'umfrage-1', 'erinnerung', ...more], { ...env, STICHTAG_TWO_ACCOUNTS_ABOVE: '2' })
  t.match(await many(), { code: 1, stderr: /welches Konto es vorschlägt/ })
  t.match(await many('--als', 'feldbuero'), { code: 0, stdout: /umfrage\.example\/intern\/freigaben/ })
  t.match(await many('--als', 'feldbuero', '--json'), { code: 0, stdout: /"approval": ?1/ })
  t.match(await many('--ohne', '117042'), { code: 0, stdout: /2 von 2/ }, 'below the number nobody has to be named')

  const back = join(folder, 'zurueck')
  await mkdir(back)
  const head = 'Subject: Undelivered\r\nContent-Type: text/plain\r\n\r\n'
  const ours = (await listMails(test.db)).find(({ unit, template }) => unit === '117026' && template === 'einladung')
  await writeFile(join(back, 'a.eml'), `${head}Action: failed\r\nStatus: 5.1.1\r\nMessage-ID: ${ours?.messageId}\r\n`)
  await writeFile(join(back, 'b.eml'), `${head}Action: failed\r\nFinal-Recipient: rfc822; fremd@x.example\r\n`)
  await writeFile(join(back, 'c.eml'), `${head}Bin im Urlaub.\r\n`)
  for (let time = 0; time < 2; time += 1)
    t.strictSame(JSON.parse((await run('mail', 'returned', back, '--json')).stdout), {
      ...{ matched: ['117026'], unknown: ['b.eml'], others: ['c.eml'] },
    })
  t.match(
    (await run('mail', 'list', 'umfrage-1', '--stand', 'returned')).stdout,
    /117026 {2}einladung .*zurückgekommen {2}5\.1\.1/,
  )
  t.match(await run('mail', 'templates'), { code: 0, stdout: /einladung: Einladung mit Zugangscode/ })
})
