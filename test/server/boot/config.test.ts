import { join } from 'node:path'
import t from 'tap'
import { readConfig } from '../../../server/boot/config.ts'
import { deriveKeys } from '../../../server/boot/keys.ts'
import { projectRoot } from '../../../server/project-root.ts'

const secret = 'ein-Geheimnis-mit-genug-Zeichen-0123'

t.test('nothing set: the defaults', async (t) => {
  const read = readConfig({})
  if ('problems' in read) return t.fail(read.problems.join('\n'))
  const { operator, ...config } = read.config
  t.equal(operator.facts.invented, true)
  t.strictSame(
    { config },
    {
      config: {
        host: '127.0.0.1',
        port: 3000,
        databaseUrl: undefined,
        databaseReadUrl: undefined,
        databaseOwnerUrl: undefined,
        databaseAdminUrl: undefined,
        dataDir: join(projectRoot, '.data'),
        secret: undefined,
        publicUrl: undefined,
        secureCookies: false,
        trustProxy: [],
        workers: 2,
        metricsToken: undefined,
        letterTemplates: undefined,
        actAs: undefined,
        backupPassphrase: undefined,
        nightlyBackup: true,
        twoAccounts: true,
        twoAccountsAbove: 100,
        contact: {
          name: 'Servicestelle Erhebungen',
          phone: '030 23125-110',
          mail: 'erhebungen@example.org',
          hours: 'montags bis donnerstags von 9 bis 15 Uhr, freitags von 9 bis 12 Uhr',
        },
        mail: {
          smtp: undefined,
          folder: join(projectRoot, '.data', 'post'),
          from: 'erhebungen@example.org',
          replyTo: undefined,
          perHour: 500,
          templates: undefined,
        },
        logLevel: 'info',
      },
    },
  )
  t.strictSame(readConfig({ PORT: '', HOST: ' ', DATABASE_URL: '' }), readConfig({}), 'empty counts as not set')
})

t.test('everything set', async (t) => {
  const read = readConfig({
    HOST: '::1',
    PORT: '0',
    DATABASE_URL: 'postgres://wir:geheim@db.example.de/stichtag',
    STICHTAG_DATA: '/srv/daten',
    STICHTAG_SECRET: secret,
    PUBLIC_URL: 'https://umfrage.example.de/',
    TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,2001:db8::/32',
    STICHTAG_BACKUP_PASSPHRASE: 'ein langes Kennwort',
    LOG_LEVEL: 'warn',
    CONTACT_NAME: 'Erhebungsstelle',
    CONTACT_PHONE: '0711 123',
    CONTACT_MAIL: 'umfrage@example.de',
    SMTP_URL: 'smtps://umfrage:geheim@mail.example.de',
    MAIL_FROM: '"Erhebungsstelle" <umfrage@example.de>',
    MAIL_REPLY_TO: 'antwort@example.de',
    MAIL_PER_HOUR: '300',
    MAIL_TEMPLATES: '/etc/stichtag/vorlagen',
  })
  t.match(read, {
    config: {
      mail: {
        smtp: { host: 'mail.example.de', port: 465, secure: true, auth: { user: 'umfrage', pass: 'geheim' } },
        from: '"Erhebungsstelle" <umfrage@example.de>',
        replyTo: 'antwort@example.de',
        perHour: 300,
        templates: '/etc/stichtag/vorlagen',
      },
      port: 0,
      publicUrl: 'https://umfrage.example.de',
      secureCookies: true,
      trustProxy: ['127.0.0.1', '10.0.0.0/8', '2001:db8::/32'],
      backupPassphrase: 'ein langes Kennwort',
      nightlyBackup: false,
      contact: { mail: 'umfrage@example.de' },
    },
  })
})

const faulty: [string, Record<string, string>, RegExp][] = [
  ['a short passphrase', { STICHTAG_BACKUP_PASSPHRASE: 'zu kurz' }, /^STICHTAG_BACKUP_PASSPHRASE hat 7 Zeichen/],
  ['a short token', { STICHTAG_METRICS_TOKEN: 'geheim' }, /^STICHTAG_METRICS_TOKEN hat 6 Zeichen, .* 32/],
  ['a token that no header carries', { STICHTAG_METRICS_TOKEN: 'ä geheim '.repeat(5) }, /^STICHTAG_METRICS_TOKEN/],
  [
    'the secret once more',
    { STICHTAG_METRICS_TOKEN: secret, STICHTAG_SECRET: secret },
    /^STICHTAG_METRICS_TOKEN ist da/,
  ],
  ['accounts that are neither', { STICHTAG_TWO_ACCOUNTS: '2' }, /^STICHTAG_TWO_ACCOUNTS ist „2“/],
  ['a number that is none', { STICHTAG_TWO_ACCOUNTS_ABOVE: 'viele' }, /^STICHTAG_TWO_ACCOUNTS_ABOVE ist „viele“/],
  ['a night that is neither', { STICHTAG_BACKUP_NIGHTLY: 'ja' }, /^STICHTAG_BACKUP_NIGHTLY ist „ja“/],
  ['a host', { HOST: 'kein rechner' }, /^HOST ist „kein rechner“/],
  ['a port', { PORT: '70000' }, /^PORT ist „70000“/],
  ['a port with a fraction', { PORT: '30.5' }, /^PORT ist „30.5“/],
  [
    'another database',
    { DATABASE_URL: 'mysql://a:geheim@b/c', STICHTAG_SECRET: secret },
    /^DATABASE_URL ist „mysql:\/\/…@b/,
  ],
  ['a short secret', { STICHTAG_SECRET: 'geheim' }, /^STICHTAG_SECRET hat 6 Zeichen, .* 32/],
  [
    'an owner of the database, but no application',
    { DATABASE_OWNER_URL: 'postgres://a:geheim@b/c' },
    /^DATABASE_OWNER_URL ist gesetzt, DATABASE_URL aber nicht/,
  ],
  [
    'a copy of the database without the database',
    { DATABASE_READ_URL: 'postgres://a:geheim@b/c' },
    /^DATABASE_READ_URL ist gesetzt, DATABASE_URL aber nicht/,
  ],
  [
    'another copy',
    { DATABASE_URL: 'postgres://a:geheim@b/c', DATABASE_READ_URL: 'http://a:geheim@b/c', STICHTAG_SECRET: secret },
    /^DATABASE_READ_URL ist „http:\/\/…@b/,
  ],
  ['no secret', { DATABASE_URL: 'postgres://a:geheim@b/c' }, /^STICHTAG_SECRET fehlt/],
  ['a path', { PUBLIC_URL: 'https://a.de/umfrage' }, /^PUBLIC_URL ist „https:\/\/a.de\/umfrage“/],
  ['another protocol', { PUBLIC_URL: 'ftp://a.de' }, /^PUBLIC_URL ist „ftp/],
  ['a number of hops', { TRUST_PROXY: '1' }, /^TRUST_PROXY enthält „1“/],
  ['all proxies', { TRUST_PROXY: 'true' }, /^TRUST_PROXY enthält „true“/],
  ['a network of everything', { TRUST_PROXY: '0.0.0.0/0' }, /^TRUST_PROXY enthält „0.0.0.0\/0“/],
  ['a level', { LOG_LEVEL: 'laut' }, /^LOG_LEVEL ist „laut“; möglich sind fatal, error/],
  ['a mail address', { CONTACT_MAIL: 'umfrage' }, /^CONTACT_MAIL ist „umfrage“/],
]

for (const [what, env, sentence] of faulty) {
  t.test(`refused: ${what}`, async (t) => {
    const read = readConfig(env)
    if (!('problems' in read)) return t.fail('it was taken')
    t.strictSame(read.problems.length, 1)
    t.match(read.problems[0], sentence)
    t.notMatch(read.problems[0], /geheim/, 'says no secret')
  })
}

t.test('all faults are told at once', async (t) => {
  const read = readConfig({ PORT: 'x', LOG_LEVEL: 'y', DATABASE_URL: 'postgres://a:geheim@b/c' })
  t.match(read, { problems: [/^PORT/, /^LOG_LEVEL/, /^STICHTAG_SECRET/] })
})

t.test('each purpose has a key of its own, the same every time', async (t) => {
  const keys = deriveKeys(secret)
  t.strictSame(keys, deriveKeys(secret))
  t.strictSame(keys.accessCode.length, 32)
  t.notOk(keys.accessCode.equals(keys.csrf))
  t.notOk(keys.csrf.equals(deriveKeys(`${secret}!`).csrf))
})

t.test('a mail server needs a sender, and what is at fault is said without its password', (t) => {
  const problems = (env: Record<string, string>) => {
    const read = readConfig(env)
    return 'problems' in read ? read.problems : []
  }
  t.match(problems({ SMTP_URL: 'smtp://mail.example' }), [/^MAIL_FROM fehlt/])
  const faulty = problems({ SMTP_URL: 'http://ich:geheim@mail.example', MAIL_FROM: 'a, b', MAIL_PER_HOUR: '0' })
  t.match(faulty.sort(), [/^MAIL_FROM ist „a, b“/, /^MAIL_PER_HOUR ist „0“/, /^SMTP_URL ist „http:\/\/…@mail/])
  t.notMatch(faulty.join(), /geheim/)
  t.end()
})
