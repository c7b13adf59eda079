import type { SetUp } from '../database/roles/set-up.ts'

/** What was done, and what comes next. */
export function told(
  { roles, passwords, isNewDatabase, former, migrated, isEmpty }: SetUp,
  database: string,
): string[] {
  const line = (isSo: boolean, sentence: string) => (isSo ? [sentence] : [])
  const { owner, application } = passwords
  const isChanged = isNewDatabase || former.size > 0 || migrated.length > 0
  return [
    ...line(isNewDatabase, `Die Datenbank „${database}“ ist angelegt; sie gehört der Rolle „${roles.owner}“.`),
    ...[...former].map(([name, count]) => `An „${roles.owner}“ übergeben: ${count} Objekte, die „${name}“ gehörten.`),
    ...migrated.map((name) => `Angewandt: ${name}`),
    ...line(
      owner === undefined && application === undefined,
      `${isChanged ? 'Die' : 'Alles ist schon eingerichtet. Die'} Kennwörter der Rollen „${roles.owner}“ und ` +
        `„${roles.application}“ bleiben, wie sie sind; neue vergibt --new-passwords.`,
    ),
    ...line(
      (owner === undefined) !== (application === undefined),
      `Die Rolle „${owner === undefined ? roles.owner : roles.application}“ gab es schon; ihr Kennwort bleibt, wie es ist.`,
    ),
    ...line(
      owner !== undefined || application !== undefined,
      'Die folgenden Kennwörter stehen nur hier. DATABASE_OWNER_URL braucht, wer „migrate“ oder „restore“ ausführt, der Server nicht.',
    ),
    ...line(
      isEmpty,
      'Die Datenbank ist noch leer: „npx stichtag migrate“ legt die Tabellen an, „npx stichtag restore“ spielt eine Sicherung ein.',
    ),
  ]
}

/** The settings of the roles that have a new password. Whoever sets up over a socket is at the machine itself. */
export function settingsOf({ roles, passwords, port }: SetUp, adminUrl: string, database: string): string[] {
  const { host, searchParams } = new URL(adminUrl)
  const isSocket = host === '' || searchParams.get('host')?.startsWith('/') === true
  for (const ofSocket of ['host', 'port']) searchParams.delete(ofSocket)
  const rest = searchParams.size === 0 ? '' : `?${searchParams}`
  const setting = (name: string, role: string, password: string | undefined) =>
    password === undefined
      ? []
      : [`${name}=postgres://${role}:${password}@${isSocket ? `localhost:${port}` : host}/${database}${rest}`]
  return [
    ...setting('DATABASE_URL', roles.application, passwords.application),
    ...setting('DATABASE_OWNER_URL', roles.owner, passwords.owner),
  ]
}
