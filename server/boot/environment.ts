import { z } from 'zod'
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

const databaseUrl = text(
  isDatabaseUrl,
  (value) =>
    `DATABASE_URL ist „${withoutPassword(value)}“; erwartet wird eine Adresse der Form ` +
    'postgres://name:kennwort@rechner:5432/datenbank. Ohne DATABASE_URL startet die eigene Datenbank.',
)

const secret = text(
  (value) => value.length >= shortestSecret,
  ({ length }) =>
    `STICHTAG_SECRET hat ${length} Zeichen, gebraucht werden mindestens ${shortestSecret}. ${howToMakeSecret}`,
)

const passphrase = text(
  (value) => value.length >= shortestPassphrase,
  ({ length }) =>
    `STICHTAG_BACKUP_PASSPHRASE hat ${length} Zeichen, gebraucht werden mindestens ${shortestPassphrase}.`,
)

const nightly = z.enum(['on', 'off'], {
  error: ({ input }) => `STICHTAG_BACKUP_NIGHTLY ist „${input}“; möglich sind on und off.`,
})

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
    DATABASE_URL: databaseUrl.optional(),
    STICHTAG_DATA: z.string().default('.data'),
    STICHTAG_SECRET: secret.optional(),
    STICHTAG_BACKUP_PASSPHRASE: passphrase.optional(),
    STICHTAG_BACKUP_NIGHTLY: nightly.optional(),
    PUBLIC_URL: publicUrl.transform((url) => new URL(url).origin).optional(),
    TRUST_PROXY: z.string().default('').transform(splitList).pipe(z.array(proxy)),
    LOG_LEVEL: logLevel.default('info'),
    STICHTAG_OPERATOR: z.string().optional(),
    STICHTAG_ALS: z.string().optional(),
    CONTACT_NAME: z.string().optional(),
    CONTACT_PHONE: z.string().optional(),
    CONTACT_MAIL: contactMail.optional(),
    LETTER_TEMPLATES: z.string().optional(),
  })
  .refine((env) => env.DATABASE_URL === undefined || env.STICHTAG_SECRET !== undefined, {
    // Asked even where other variables are at fault, so that nobody has to start twice to hear of both.
    when: () => true,
    error:
      'STICHTAG_SECRET fehlt; mit DATABASE_URL ist es nötig, damit Zugangscodes auf jedem Rechner und nach jedem ' +
      `Umzug gelten. ${howToMakeSecret}`,
  })
