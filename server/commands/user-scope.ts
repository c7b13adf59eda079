import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'user scope',
  summary: 'Zeigen oder festlegen, für wen ein Konto zuständig ist',
  usage: 'NAME [alle|SCHLÜSSEL …] [--json] [--als KONTO]',
  details: [
    'Schlüssel: Kreise mit drei Ziffern, Kommunen und Verbünde mit sechs, Personen mit ihrer Nummer. „alle“ hebt die Grenze auf.',
    'Ein Konto mit Zuständigkeit sieht und ändert nur diese, auch in Dateien; was alle erreicht, darf es nicht.',
  ],
  arguments: { min: 1, max: 200 },
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' }, ...actingOption },
  async run({ values, positionals: [name = '', ...keys] }, io) {
    const { namedAccount } = await import('../staff/named-account.ts')
    const { needsScope, takesScope } = await import('../domain/rights.ts')
    const { readScope, typedScope } = await import('../field/read-scope.ts')
    const { scopeOf, setScope } = await import('../store/scopes.ts')
    await withContext(io, {}, async (context) => {
      const { db } = context
      const { id: account, role } = await namedAccount(db, name, 'user scope')
      if (keys.length > 0) {
        if (!takesScope(role)) throw new InputError(`Die Rolle von „${name}“ hat kein Recht, das sich begrenzen lässt.`)
        const { parts, fault } = await readScope(db, keys.join(' '))
        if (fault !== '') throw new InputError(fault)
        if (parts.length === 0 && needsScope(role)) throw new InputError(`„${name}“ braucht mindestens einen Kreis.`)
        await setScope(db, { account, parts, by: await actingAccount(context, values) })
      }
      const scope = await scopeOf(db, account)
      if (values.json) return io.json(scope)
      io.print(`${name} ist zuständig für ${scope.length === 0 ? 'alle' : typedScope(scope)}.`)
    })
  },
})
