import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'address list',
  summary: 'Die Anschriften auflisten, die jetzt gelten',
  usage: '[--json] [--als KONTO]',
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' }, ...actingOption },
  async run({ values }, io) {
    const { inOneLine } = await import('../registry/address-lines.ts')
    const { presentAddresses } = await import('../store/addresses.ts')
    const { noteStaff } = await import('../store/staff-audit.ts')
    await withContext(io, {}, async (context) => {
      const { db } = context
      const accountId = await actingAccount(context, values)
      const addresses = await presentAddresses(db)
      await noteStaff(db, { action: 'addresses_listed', accountId, detail: { rows: addresses.length } })
      if (values.json) return io.json(addresses)
      if (addresses.length === 0)
        return io.print('Es ist noch keine Anschrift bekannt. „stichtag address import DATEI“ liest eine Liste ein.')
      for (const one of addresses) io.print(`${one.unit}  ${inOneLine(one)}`)
    })
  },
})
