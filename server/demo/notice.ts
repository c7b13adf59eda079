import type { AppContext } from '../boot/context.ts'
import { isPassword } from '../domain/password.ts'
import { roles } from '../domain/rights.ts'
import { findCode, findOldCode } from '../forms/find-code.ts'
import { findWorkingAccount } from '../store/staff-accounts.ts'
import { readDemoCodes } from './demo-codes.ts'
import { readDemoAccounts } from './load-staff.ts'

const noLonger =
  'Was von der Demo hier fehlt, gilt nicht mehr: ein Zugangscode, der ersetzt oder dessen Welle geschlossen wurde, ' +
  'ein Konto mit anderem Kennwort oder ein gesperrtes. Sobald es eine wirkliche Welle gibt, gilt kein Konto der Demo.'

const twoAccounts = 'Was alle erreicht, braucht zwei Konten: feldbuero schlägt vor, administration stimmt zu.'

/** The lines to print at the start: how to try the demo world, with the codes and passwords that work. */
export async function demoNotice(context: AppContext): Promise<string[]> {
  const { db, keys } = context
  const codes = await readDemoCodes(context)
  if (codes.length === 0) return []
  const accounts = await readDemoAccounts(context)
  const [working, open] = await Promise.all([
    those(
      codes,
      async ({ code }) => ((await findCode(context, code)) ?? (await findOldCode(context, code))) !== undefined,
    ),
    those(accounts, async ({ name, password }) =>
      isPassword(password, (await findWorkingAccount(db, name))?.passwordHash, keys.password),
    ),
  ])
  return [
    ...list(
      'Demo mit erfundenen Antworten. Zugangscodes zum Ausprobieren:',
      working.map(({ code, wave, name, unit, state }) => `  ${code}  ${wave}, ${name} (${unit}), ${state}`),
    ),
    ...list(
      'Konten für Mitarbeitende, Anmeldung unter /intern (den Code des zweiten Schritts zeigt dort die Seite):',
      open.map(({ name, role, password }) => `  ${name.padEnd(14)}  Kennwort ${password}  ${roles[role]}`),
    ),
    ...(open.length > 0 ? [twoAccounts] : []),
    ...(working.length < codes.length || open.length < accounts.length ? [noLonger] : []),
  ]
}

/** One after the other: a start asks for no more connections than it needs. */
async function those<One>(all: readonly One[], holds: (one: One) => Promise<boolean>): Promise<One[]> {
  const kept: One[] = []
  for (const one of all) if (await holds(one)) kept.push(one)
  return kept
}

const list = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [title, ...lines])
