import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'wave calls',
  summary: 'Wen zuerst anrufen: wessen Antworten noch fehlen, nach ihrem Gewicht in den veröffentlichten Summen',
  usage: 'WELLE [--json] [--als KONTO]',
  details: [
    'Zuerst, wer für heute oder früher verabredet ist; dann nach der letzten Angabe der Welle, die fortgesetzt wird, sonst nach',
    'Einwohnern. Ein Konto ohne das Recht, Antworten zu lesen, bekommt die Reihenfolge nur nach Einwohnern. Antworten stehen nicht darin.',
  ],
  arguments: { min: 1, max: 1 },
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' }, ...actingOption },
  async run({ values, positionals: [id = ''] }, io) {
    const { hasRight } = await import('../domain/rights.ts')
    const { askedWave } = await import('../field/asked-wave.ts')
    const { callRows } = await import('../field/call-rows.ts')
    const { readCalls } = await import('../field/read-calls.ts')
    const { Forms } = await import('../forms/form.ts')
    const { registerReader } = await import('../store/register.ts')
    const { listAccounts } = await import('../store/staff-accounts.ts')
    const { noteStaff } = await import('../store/staff-audit.ts')
    await withContext(io, {}, async (context) => {
      const { db } = context
      const accountId = await actingAccount(context, values)
      const account = (await listAccounts(db)).find((one) => one.id === accountId)
      const needed = { ...context, forms: new Forms(), register: registerReader(db) }
      const asked = await askedWave(needed, id)
      if (asked === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
      const mayRead = account === undefined || hasRight(account.role, 'answers.read')
      const { calls } = await readCalls(needed, asked, { accountId, mayRead })
      const rows = await callRows(db, calls)
      await noteStaff(db, { action: 'addresses_listed', accountId, wave: id, detail: { rows: rows.length } })
      if (values.json) return io.json(rows)
      for (const { kennung, name, zustand, wann, wieder_am, telefon, person } of rows)
        io.print(
          [`${kennung} ${name}: ${zustand}`, wieder_am === null ? wann : `${wann} ${wieder_am}`, telefon, person]
            .filter((text) => text !== '')
            .join(', '),
        )
      io.tell(`${rows.length} ohne Antworten.`)
    })
  },
})
