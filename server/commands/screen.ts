import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'screen',
  summary: 'Wo zuerst hinsehen: Zahlen, gegen die etwas spricht, nach dem, was in den Summen an ihnen hängt',
  usage: 'WELLE [--rest PROZENT] [--alle] [--json] [--als KONTO]',
  details: [
    'Verdacht mal Einfluss: Verdächtig ist eine Änderung, die aus den anderen herausfällt, eine Zahl, die weit von denen ähnlicher',
    'Kommunen liegt, und was eine Prüfung beanstandet. Gezeigt wird bis zu der Linie, hinter der aller Verdacht zusammen keine Summe um',
    'mehr als den Rest ändert. „stichtag screen decide“ hält fest, was über eine Zahl entschieden ist.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    rest: { type: 'string', value: 'PROZENT', default: '2', help: 'was in jeder Summe ungesehen bleiben darf' },
    alle: { type: 'boolean', help: 'auch, was hinter der Linie liegt' },
    json: { type: 'boolean', help: 'als JSON ausgeben' },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { hasRight } = await import('../domain/rights.ts')
    const { askedWave } = await import('../field/asked-wave.ts')
    const { Forms } = await import('../forms/form.ts')
    const { readScreening } = await import('../screening/read-screening.ts')
    const { screeningRows } = await import('../screening/screening-rows.ts')
    const { registerReader } = await import('../store/register.ts')
    const { listAccounts } = await import('../store/staff-accounts.ts')
    const { noteStaff } = await import('../store/staff-audit.ts')
    const leftOver = Number(values.rest.replace(',', '.')) / 100
    if (!(leftOver >= 0 && leftOver <= 1)) throw new UsageError('--rest ist eine Zahl von 0 bis 100, zum Beispiel 0,5.')
    await withContext(io, {}, async (context) => {
      const { db } = context
      const accountId = await actingAccount(context, values)
      const account = (await listAccounts(db)).find((one) => one.id === accountId)
      if (account !== undefined && !hasRight(account.role, 'answers.read'))
        throw new InputError(`Das Konto „${account.name}“ darf einzelne Angaben nicht ansehen.`)
      const needed = { ...context, forms: new Forms(), register: registerReader(db) }
      const asked = await askedWave(needed, id)
      if (asked === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
      const { queue, cutOff, state } = await readScreening(needed, asked, { accountId, leftOver })
      const rows = screeningRows(
        values.alle ? queue : queue.filter((one) => one.state !== 'dahinter'),
        asked.form.instrument,
      )
      await noteStaff(db, { action: 'numbers_screened', accountId, wave: id, detail: { rows: rows.length } })
      if (values.json) return io.json(rows)
      for (const { rang, kennung, name, feld, satz, stand } of rows)
        io.print(`${rang}. ${kennung} ${name}, ${feld} (${stand}): ${satz}`)
      io.tell(`Datenstand ${state}: ${cutOff.places} vor der Linie, ${cutOff.behind} dahinter.`)
    })
  },
})
