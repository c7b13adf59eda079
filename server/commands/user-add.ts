import { isRole, needsScope, roles, takesScope } from '../domain/rights.ts'
import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'user add',
  summary: 'Ein Konto für Mitarbeitende anlegen',
  usage: 'NAME --rolle ROLLE [--zustaendig SCHLÜSSEL …] [--als KONTO]',
  details: [
    `Rollen: ${Object.entries(roles)
      .map(([role, label]) => (role === label.toLowerCase() ? role : `${role} (${label})`))
      .join(', ')}.`,
    'Gibt ein erstes Kennwort aus, das nur dieses eine Mal dasteht. Beim ersten Anmelden unter /intern richtet die Person ihren',
    'zweiten Faktor ein und wählt ein eigenes Kennwort.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    rolle: { type: 'string', value: 'ROLLE', help: 'was das Konto darf' },
    zustaendig: {
      type: 'string',
      multiple: true,
      value: 'SCHLÜSSEL',
      help: 'nur für diesen Kreis, diese Kommune, diesen Verbund oder diese Nummer (mehrfach möglich)',
    },
    ...actingOption,
  },
  async run({ values, positionals: [name = ''] }, io) {
    const { rolle: role } = values
    if (role === undefined) throw new UsageError('Bitte nennen Sie mit --rolle die Rolle des Kontos.')
    if (!isRole(role))
      throw new UsageError(`Die Rolle „${role}“ gibt es nicht. Möglich sind: ${Object.keys(roles).join(', ')}.`)
    const { accountNameFault, createAccount } = await import('../staff/manage-accounts.ts')
    const fault = accountNameFault(name)
    if (fault !== '') throw new InputError(fault)
    const { readScope } = await import('../field/read-scope.ts')
    const { zustaendig = [] } = values
    if (zustaendig.length > 0 && !takesScope(role))
      throw new UsageError(`Die Rolle ${roles[role]} hat kein Recht, das sich begrenzen lässt.`)
    if (zustaendig.length === 0 && needsScope(role))
      throw new UsageError('Ein Konto dieser Rolle braucht mit --zustaendig seinen Kreis, zum Beispiel 117.')
    await withContext(io, {}, async (context) => {
      const { parts, fault: unread } = await readScope(context.db, zustaendig.join(' '))
      if (unread !== '') throw new InputError(unread)
      const password = await createAccount(context, {
        name,
        role,
        scope: parts,
        by: await actingAccount(context, values),
      })
      if (password === undefined)
        throw new InputError(`Das Konto „${name}“ gibt es schon. „stichtag user list“ zeigt alle.`)
      io.print(`Konto ${name} (${roles[role]}) angelegt. Erstes Kennwort: ${password}`)
      io.tell('Das Kennwort steht nur hier. Bitte geben Sie es auf sicherem Weg weiter. Anmeldung unter /intern.')
    })
  },
})
