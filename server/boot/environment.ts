import { z } from 'zod'
import { addressIn, isSmtpUrl } from '../mail/mail-address.ts'
import { isAddressOrNetwork, isDatabaseUrl, isHost, isOrigin, withoutPassword } from './addresses.ts'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const shortestSecret = 32
export const shortestPassphrase = 12
const howToMakeSecret = 'Eines erzeugt zum Beispiel: openssl rand -base64 48'

const text = (isRight: (value: string) => boolean, sentence: (value: string) => string) =>
  z.string().refine(isRight, { error: ({ input }) => sentence(String(input)) })

const host = text(
  isHost,
  (value) => `HOST ist „${value}“; erwartet wird eine IP-Adresse oder ein Rechnername, zum Beispiel 127.0.0.1.`,
)

const port = text(
  (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535,
  (value) => `PORT ist „${value}“; erwartet wird eine ganze Zahl von 0 bis 65535, zum Beispiel 3000.`,
)

const databaseUrl = (name: string, further = '') =>
  text(
    isDatabaseUrl,
    (value) =>
      `${name} ist „${withoutPassword(value)}“; erwartet wird eine Adresse der Form ` +
      `postgres://name:kennwort@rechner:5432/datenbank.${further}`,
  )

const secret = text(
  (value) => value.length >= shortestSecret,
  ({ length }) =>
    `STICHTAG_SECRET hat ${length} Zeichen, gebraucht werden mindestens ${shortestSecret}. ${howToMakeSecret}`,
)

const metricsToken = text(
  (value) => value.length >= shortestSecret && /^[\w.~+/=-]+$/.test(value),
  ({ length }) =>
    `STICHTAG_METRICS_TOKEN hat ${length} Zeichen, gebraucht werden mindestens ${shortestSecret}, und nur Buchstaben ohne Umlaute, ` +
    `Ziffern und . _ ~ + / = -. ${howToMakeSecret}`,
)

const passphrase = text(
  (value) => value.length >= shortestPassphrase,
  ({ length }) =>
    `STICHTAG_BACKUP_PASSPHRASE hat ${length} Zeichen, gebraucht werden mindestens ${shortestPassphrase}.`,
)

const nightly = z.enum(['on', 'off'], {
  error: ({ input }) => `STICHTAG_BACKUP_NIGHTLY ist „${input}“; möglich sind on und off.`,
})

const twoAccounts = z.enum(['on', 'off'], {
  error: ({ input }) => `STICHTAG_TWO_ACCOUNTS ist „${input}“; möglich sind on und off.`,
})

const twoAccountsAbove = text(
  (value) => /^\d{1,6}$/.test(value),
  (value) =>
    `STICHTAG_TWO_ACCOUNTS_ABOVE ist „${value}“; erwartet wird, an wie viele eine Sendung ohne zweites Konto geht, etwa 100.`,
)

const workers = text(
  (value) => /^\d{1,2}$/.test(value),
  (value) =>
    `STICHTAG_WORKERS ist „${value}“; erwartet wird, wie viele Prozesse rechnen, etwa 2; 0: keine auf diesem Rechner.`,
)

const publicUrl = text(
  isOrigin,
  (value) =>
    `PUBLIC_URL ist „${withoutPassword(value)}“; erwartet wird http:// oder https:// mit Rechnername und sonst nichts, ` +
    'zum Beispiel https://umfrage.example.de.',
)

const proxy = text(
  isAddressOrNetwork,
  (value) =>
    `TRUST_PROXY enthält „${value}“; erwartet werden die Adressen der vorgeschalteten Server, mit Komma getrennt, ` +
    'zum Beispiel 127.0.0.1,10.0.0.0/8. Eine Anzahl oder „true“ ist nicht möglich: ' +
    'jeder Besucher könnte dann seine Adresse selbst bestimmen.',
)

const logLevel = z.enum(logLevels, {
  error: ({ input }) => `LOG_LEVEL ist „${input}“; möglich sind ${logLevels.join(', ')}.`,
})

const contactMail = text(
  (value) => /^[^\s@]+@[^\s@]+$/.test(value),
  (value) => `CONTACT_MAIL ist „${value}“; erwartet wird eine E-Mail-Adresse, zum Beispiel umfrage@example.de.`,
)

const smtpUrl = text(
  isSmtpUrl,
  (value) =>
    `SMTP_URL ist „${withoutPassword(value)}“; erwartet wird eine Adresse der Form smtps://name:kennwort@rechner:465 ` +
    'oder smtp://name:kennwort@rechner:587. Ohne SMTP_URL werden E-Mails als Dateien abgelegt.',
)

const sender = (name: string) =>
  text(
    (value) => addressIn(value) !== undefined,
    (value) =>
      `${name} ist „${value}“; erwartet wird eine E-Mail-Adresse, zum Beispiel umfrage@example.de oder ` +
      '"Geschäftsstelle" <umfrage@example.de>.',
  )

const perHour = text(
  (value) => /^[1-9]\d{0,5}$/.test(value),
  (value) => `MAIL_PER_HOUR ist „${value}“; erwartet wird, wie viele E-Mails der Anbieter je Stunde zulässt, etwa 500.`,
)

const splitList = (list: string) =>
  list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Every variable that is read, with the sentence for a value that cannot be. Says nothing of secrets and passwords. */
export const environment = z
  .object({
    HOST: host.default('127.0.0.1'),
    PORT: port.default('3000').transform(Number),
    DATABASE_URL: databaseUrl('DATABASE_URL', ' Ohne DATABASE_URL startet die eigene Datenbank.').optional(),
    DATABASE_READ_URL: databaseUrl('DATABASE_READ_URL').optional(),
    DATABASE_OWNER_URL: databaseUrl('DATABASE_OWNER_URL').optional(),
    DATABASE_ADMIN_URL: databaseUrl('DATABASE_ADMIN_URL').optional(),
    STICHTAG_DATA: z.string().default('.data'),
    STICHTAG_SECRET: secret.optional(),
    STICHTAG_METRICS_TOKEN: metricsToken.optional(),
    STICHTAG_BACKUP_PASSPHRASE: passphrase.optional(),
    STICHTAG_BACKUP_NIGHTLY: nightly.optional(),
    STICHTAG_WORKERS: workers.default('2').transform(Number),
    STICHTAG_TWO_ACCOUNTS: twoAccounts.default('on'),
    STICHTAG_TWO_ACCOUNTS_ABOVE: twoAccountsAbove.default('100').transform(Number),
    PUBLIC_URL: publicUrl.transform((url) => new URL(url).origin).optional(),
    TRUST_PROXY: z.string().default('').transform(splitList).pipe(z.array(proxy)),
    LOG_LEVEL: logLevel.default('info'),
    STICHTAG_OPERATOR: z.string().optional(),
    STICHTAG_ALS: z.string().optional(),
    CONTACT_NAME: z.string().optional(),
    CONTACT_PHONE: z.string().optional(),
    CONTACT_MAIL: contactMail.optional(),
    SMTP_URL: smtpUrl.optional(),
    MAIL_FROM: sender('MAIL_FROM').optional(),
    MAIL_REPLY_TO: sender('MAIL_REPLY_TO').optional(),
    MAIL_PER_HOUR: perHour.default('500').transform(Number),
    MAIL_TEMPLATES: z.string().optional(),
    LETTER_TEMPLATES: z.string().optional(),
  })
  .refine((env) => env.SMTP_URL === undefined || env.MAIL_FROM !== undefined, {
    when: () => true,
    error: 'MAIL_FROM fehlt; mit SMTP_URL ist es nötig: die Adresse, von der E-Mails kommen.',
  })
  .refine((env) => env.STICHTAG_METRICS_TOKEN === undefined || env.STICHTAG_METRICS_TOKEN !== env.STICHTAG_SECRET, {
    when: () => true,
    error: `STICHTAG_METRICS_TOKEN ist dasselbe wie STICHTAG_SECRET; es braucht ein eigenes. ${howToMakeSecret}`,
  })
  .refine((env) => env.DATABASE_URL === undefined || env.STICHTAG_SECRET !== undefined, {
    // Asked even where other variables are at fault, so that nobody has to start twice to hear of both.
    when: () => true,
    error:
      'STICHTAG_SECRET fehlt; mit DATABASE_URL ist es nötig, damit Zugangscodes auf jedem Rechner und nach jedem ' +
      `Umzug gelten. ${howToMakeSecret}`,
  })
  .refine((env) => env.DATABASE_OWNER_URL === undefined || env.DATABASE_URL !== undefined, {
    when: () => true,
    error:
      'DATABASE_OWNER_URL ist gesetzt, DATABASE_URL aber nicht; gebraucht werden beide: Die eine nennt die Rolle, der die ' +
      'Datenbank gehört, die andere jene, mit der Stichtag arbeitet.',
  })
  .refine((env) => env.DATABASE_READ_URL === undefined || env.DATABASE_URL !== undefined, {
    when: () => true,
    error:
      'DATABASE_READ_URL ist gesetzt, DATABASE_URL aber nicht; gebraucht werden beide: Die eine nennt eine Kopie, aus der ' +
      'Auswertungen lesen, die andere die Datenbank selbst.',
  })
