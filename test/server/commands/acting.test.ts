import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import t from 'tap'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { staffAccount } from '../../support/staff.ts'

t.test('who gives something out or changes something by command is in the log', async (t) => {
  const test = await testApp(t, { synthetic: true })
  const env = {
    DATABASE_URL: test.url,
    STICHTAG_SECRET: 'x'.repeat(40),
    STICHTAG_DATA: t.testdir({}),
    STICHTAG_TWO_ACCOUNTS: 'off',
  }
  await staffAccount(test, 'forschung', 'f.eins')
  await staffAccount(test, 'feldbuero', 'b.zwei')
  await staffAccount(test, 'feldbuero', 'g.drei')
  await stichtag(['user', 'disable', 'g.drei'], env)
  const from = await test.db
    .selectFrom('audit')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  const folder = t.testdir({ von: {} })
  const commands: [args: string[], env: Record<string, string>, who: string | null, actions: string[]][] = [
    [['wave', 'close', 'umfrage-1', '--als', 'b.zwei'], {}, 'b.zwei', ['wave_closed']],
    [['wave', 'open', 'umfrage-1', '--grund', 'Nachzügler'], { STICHTAG_ALS: 'b.zwei' }, 'b.zwei', ['wave_open']],
    [
      ['export', 'umfrage-1', '--format', 'csv', '--out', folder, '--als', 'f.eins'],
      { STICHTAG_ALS: 'b.zwei' },
      'f.eins',
      Array(8).fill('export'),
    ],
    [['archive', 'umfrage-1', '--out', folder, '--als', 'f.eins'], {}, 'f.eins', ['export']],
    [
      ['panel', 'export', 'umfrage-1', '--variable', 'zp_gesamt', '--breit', '--out', folder, '--als', 'f.eins'],
      {},
      'f.eins',
      Array(6).fill('export'),
    ],
    [
      ['wave', 'states', 'umfrage-1', '--variable', 'zp_gesamt', '--out', folder, '--als', 'f.eins'],
      {},
      'f.eins',
      Array(2).fill('export'),
    ],
    [['user', 'add', 'n.neu', '--rolle', 'forschung', '--als', 'b.zwei'], {}, 'b.zwei', ['account_added']],
    [['user', 'reset', 'n.neu', '--als', 'b.zwei'], {}, 'b.zwei', ['account_reset']],
    [['user', 'disable', 'n.neu'], {}, null, ['account_disabled']],
    [
      ['invite', 'umfrage-1', '--out', join(folder, 'codes.csv'), '--als', 'b.zwei'],
      {},
      'b.zwei',
      ['letters_listed', 'letters_drawn', 'codes_issued'],
    ],
    [['person', 'find', 'Niemand', '--als', 'f.eins'], {}, 'f.eins', ['person_searched']],
    [['registry', 'import', '--als', 'b.zwei'], {}, 'b.zwei', ['registry_imported']],
    [['backup', '--out', join(folder, 'sicherung'), '--als', 'b.zwei'], {}, 'b.zwei', ['backup_made']],
  ]
  for (const [args, more] of commands) {
    const answer = await stichtag(args, { ...env, ...more })
    t.equal(answer.code, 0, `${args.join(' ')}: ${answer.stderr}`)
  }
  const { rows } = await sql<{ who: string | null; action: string }>`
    select name as who, action from audit left join staff.account on staff.account.id = account_id
    where audit.id > ${from.id} and action <> 'code_issued' order by audit.id`.execute(test.db)
  const wanted = commands.flatMap(([, , who, actions]) => actions.map((action) => ({ who, action })))
  t.strictSame(rows, wanted)

  for (const [name, more] of [
    ['niemand', {}],
    ['g.drei', {}],
    ['g.drei', { STICHTAG_ALS: 'g.drei' }],
  ] as const) {
    const option = 'STICHTAG_ALS' in more ? [] : ['--als', name]
    const answer = await stichtag(['wave', 'close', 'umfrage-1', ...option], { ...env, ...more })
    t.equal(answer.code, 1)
    t.match(answer.stderr, `${option[0] ?? 'STICHTAG_ALS'}: Das Konto „${name}“ gibt es nicht, oder es ist gesperrt.`)
  }
  t.match(await test.db.selectFrom('wave').select('state').execute(), [{ state: 'open' }], 'nothing was done')
  t.match(await readFile(join(folder, 'umfrage-1.csv'), 'utf8'), /gkz/)
})
