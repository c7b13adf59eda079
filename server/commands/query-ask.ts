import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'query ask',
  summary:
    'Zu einem Feld, einer Frage oder einer Prüfung zurückfragen, bei einzelnen oder bei allen, die eine Prüfung trifft',
  usage: 'WELLE GKZ|NUMMER … --zu WOZU --text TEXT --bis TAG [--mail] [--als KONTO]',
  details: [
    'WOZU ist feld:NAME, frage:KENNUNG oder pruefung:KENNUNG, wie im Fragebogen. Ist dazu schon eine Rückfrage offen, geht sie weiter.',
    'Statt einzelner: --getroffen, mit --zu pruefung:KENNUNG; wer die Prüfung schon begründet hat, wird dann nicht gefragt.',
  ],
  arguments: { min: 1, max: 5000 },
  options: {
    zu: { type: 'string', value: 'WOZU', default: '', help: 'feld:NAME, frage:KENNUNG oder pruefung:KENNUNG' },
    text: { type: 'string', value: 'TEXT', default: '', help: 'was Sie wissen möchten' },
    bis: { type: 'string', value: 'TAG', default: '', help: 'der letzte Tag für eine Antwort' },
    getroffen: { type: 'boolean', help: 'alle, bei denen die Prüfung etwas findet, das nicht begründet ist' },
    mail: { type: 'boolean', help: 'auch per E-Mail mitteilen, ohne den Text' },
    ...actingOption,
  },
  async run({ values, positionals: [id = '', ...units] }, io) {
    const { askedWave } = await import('../field/asked-wave.ts')
    const { Forms } = await import('../forms/form.ts')
    const { queueMailing } = await import('../mail/queue.ts')
    const { readAbout } = await import('../queries/about.ts')
    const { askBack } = await import('../queries/ask-back.ts')
    const { hitsOf } = await import('../queries/hits.ts')
    const { registerReader } = await import('../store/register.ts')
    const { zu, text, bis, getroffen = false, mail = false } = values
    const about = readAbout(zu)
    if (getroffen === units.length > 0) throw new UsageError('Bitte nennen Sie einzelne, oder --getroffen.')
    if (getroffen && about?.kind !== 'check') throw new UsageError('Zu --getroffen gehört --zu pruefung:KENNUNG.')
    await withContext(io, {}, async (context) => {
      const { db, config } = context
      const by = await actingAccount(context, values)
      const needed = { ...context, forms: new Forms(), register: registerReader(db) }
      const asked = await askedWave(needed, id)
      if (asked === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
      const hits = getroffen && about ? await hitsOf(needed, asked, { check: about.name, account: by }) : []
      const whom = getroffen ? hits.filter(({ reason }) => reason === '').map(({ unit }) => unit) : units
      if (getroffen && whom.length === 0) return io.print('Diese Prüfung findet nichts, das nicht begründet ist.')
      const outcome = await askBack(db, asked, { units: whom, typed: { zu, text, bis }, by })
      if ('faults' in outcome)
        throw new InputError(
          outcome.faults.map(({ field, message }) => (field === '' ? message : `--${field}: ${message}`)),
        )
      if (mail)
        await queueMailing(db, config.mail, {
          ...{ wave: id, template: 'rueckfrage', only: outcome.participants, accountId: by },
          most: config.twoAccounts ? config.twoAccountsAbove : undefined,
        })
      const { length } = outcome.opened
      io.print(`${length} ${length === 1 ? 'Rückfrage' : 'Rückfragen'} gestellt: ${outcome.opened.join(', ')}.`)
    })
  },
})
