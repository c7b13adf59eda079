import { roles } from '../domain/rights.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'user list',
  summary: 'Konten der Mitarbeitenden auflisten, mit Rolle und letzter Anmeldung',
  usage: '[--json]',
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' } },
  async run({ values }, io) {
    const { listAccounts } = await import('../store/staff-accounts.ts')
    const { dayAndTime } = await import('../domain/german-time.ts')
    await withContext(io, {}, async ({ db }) => {
      const accounts = await listAccounts(db)
      if (values.json) return io.json(accounts)
      if (accounts.length === 0)
        return io.print('Es gibt noch kein Konto. „stichtag user add NAME --rolle administration“ legt eines an.')
      for (const { name, role, scope, synthetic, disabledAt, secondFactor, lastLogin } of accounts) {
        const facts = [
          roles[role],
          ...(scope === null || scope.length === 0 ? [] : [`zuständig für ${scope.join(' ')}`]),
          ...(synthetic ? ['Demo'] : []),
          disabledAt !== null
            ? `gesperrt seit ${dayAndTime(disabledAt)}`
            : lastLogin === null
              ? 'noch nie angemeldet'
              : `zuletzt angemeldet ${dayAndTime(lastLogin)}`,
          ...(secondFactor ? [] : ['ohne zweiten Faktor']),
        ]
        io.print(`${name}: ${facts.join(', ')}`)
      }
    })
  },
})
