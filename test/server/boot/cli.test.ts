import { tmpdir } from 'node:os'
import t from 'tap'
import { commands } from '../../../server/commands/index.ts'
import { stichtag, stichtagProcess } from '../../support/child.ts'

t.test('help over all commands, from any folder', async (t) => {
  const { code, stdout, stderr } = await stichtagProcess(['--help'], {}, tmpdir())
  t.strictSame({ code, stderr }, { code: 0, stderr: '' })
  for (const name of Object.keys(commands)) t.match(stdout, new RegExp(`^ {2}${name} `, 'm'))
})

t.test('every command has its help', async (t) => {
  for (const [name, load] of Object.entries(commands)) {
    const { command } = await load()
    t.strictSame(command.name, name)
    t.notMatch(command.summary, /\.$/, `${name}: one line without a full stop`)
    for (const [option, { help }] of Object.entries(command.options)) t.ok(help, `${name} --${option}`)
  }
  const { code, stdout } = await stichtag(['registry', 'import', '--help'])
  t.strictSame(code, 0)
  t.match(stdout, /^Aufruf: stichtag registry import \[DATEI\].*--json .*--help/s)
})

const wrong: [string, string[], RegExp][] = [
  ['no command', [], /^Aufruf: stichtag BEFEHL/],
  ['an unknown command', ['gibtsnicht'], /^Den Befehl „gibtsnicht“ gibt es nicht/],
  ['half a command', ['registry'], /Befehle:\n {2}registry import/],
  [
    'an unknown option',
    ['migrate', '--schnell'],
    /^Die Option --schnell gibt es hier nicht\.\nAufruf: stichtag migrate/,
  ],
  ['a value too many', ['migrate', '--json=ja'], /^Die Option --json hat keinen Wert/],
  ['an argument too many', ['registry', 'import', 'a', 'b'], /^Die Angabe „b“ ist zu viel/],
]

for (const [what, args, message] of wrong) {
  t.test(`wrong use ends with 2: ${what}`, async (t) => {
    const { code, stdout, stderr } = await stichtag(args)
    t.strictSame({ code, stdout }, { code: 2, stdout: '' })
    t.match(stderr, message)
  })
}

t.test('faulty settings end with 1, all of them told, without a stack', async (t) => {
  const { code, stdout, stderr } = await stichtagProcess(['migrate'], { PORT: 'x', LOG_LEVEL: 'y' })
  t.strictSame({ code, stdout }, { code: 1, stdout: '' })
  t.match(stderr, /^PORT .*\nLOG_LEVEL .*\n$/)
})

t.test('a database that is not there ends with 1', async (t) => {
  const env = { DATABASE_URL: 'postgres://wir:geheim@127.0.0.1:1/x', STICHTAG_SECRET: 'x'.repeat(32) }
  const { code, stderr } = await stichtag(['migrate'], env)
  t.strictSame(code, 1)
  t.match(stderr, /^Die Datenbank postgres:\/\/…@127\.0\.0\.1:1\/x \(DATABASE_URL\) ist nicht benutzbar/)
})
