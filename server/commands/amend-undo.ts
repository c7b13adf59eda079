import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'amend undo',
  summary: 'Eine Korrektur zurücknehmen, oder alle, die zusammen gemacht wurden',
  usage: 'WELLE NUMMER|--stand DATENSTAND [--als KONTO]',
  details: ['„amend list“ nennt die Nummern, und den Datenstand, den eine Liste gemeinsam hat.'],
  arguments: { min: 1, max: 2 },
  options: {
    stand: { type: 'string', value: 'DATENSTAND', help: 'alle, die in diesem Datenstand zusammen gemacht wurden' },
    ...actingOption,
  },
  async run({ values, positionals: [id = '', number] }, io) {
    const given = [number, values.stand].filter((one) => one !== undefined)
    const [wanted = ''] = given
    if (given.length !== 1 || !/^\d{1,15}$/.test(wanted))
      throw new UsageError('Bitte nennen Sie entweder die Nummer einer Korrektur oder --stand mit einem Datenstand.')
    const { openWave } = await import('../amendments/open-wave.ts')
    const { undo } = await import('../amendments/undo.ts')
    await withContext(io, {}, async (opened) => {
      const by = await actingAccount(opened, values)
      const { context, asked } = await openWave(opened, id)
      const what = number === undefined ? { state: Number(wanted) } : { id: Number(wanted) }
      const done = await undo(context, { wave: asked.wave, by, what })
      if ('faults' in done) throw new InputError([...done.faults, 'Nichts ist geändert.'])
      const { undone } = done
      if (undone === 0) throw new InputError('Eine solche Korrektur gibt es nicht, oder sie ist schon zurückgenommen.')
      io.print(undone === 1 ? 'Die Korrektur ist zurückgenommen.' : `${undone} Korrekturen sind zurückgenommen.`)
    })
  },
})
