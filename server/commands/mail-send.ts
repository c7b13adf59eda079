import { randomUUID } from 'node:crypto'
import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { tellOutcome } from './tell-outcome.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'mail send',
  summary: 'E-Mails an die Teilnehmenden einer Welle senden oder zu einer Stunde planen',
  usage:
    'WELLE VORLAGE [--am TAG [--um STUNDE]] [--nur KENNUNG …] [--ohne KENNUNG …] [--vorschau] [--json] [--als KONTO]',
  details: [
    'Wer eine E-Mail bekommt, sagt die Bedingung der Vorlage („stichtag mail templates“). Sie wird beim Senden noch einmal geprüft; niemand',
    'bekommt dieselbe zweimal. Ohne --am wird sofort gesendet, sonst tut es der Server zur Stunde, Zeit in Berlin. Was beim Abbruch',
    'unterwegs war, gilt als ungewiss und wird nicht noch einmal gesendet. An mehr als 100 (STICHTAG_TWO_ACCOUNTS_ABOVE) geht erst etwas,',
    'wenn ein zweites Konto im Browser zustimmt, außer mit STICHTAG_TWO_ACCOUNTS=off.',
  ],
  arguments: { min: 2, max: 2 },
  options: {
    am: { type: 'string', value: 'TAG', help: 'Tag, zum Beispiel 2026-12-01' },
    um: { type: 'string', value: 'STUNDE', help: 'volle Stunde von 0 bis 23, sonst 9' },
    nur: { type: 'string', multiple: true, value: 'KENNUNG', help: 'nur diese GKZ oder Nummer (mehrfach möglich)' },
    ohne: {
      type: 'string',
      multiple: true,
      value: 'KENNUNG',
      help: 'diese GKZ oder Nummer auslassen (mehrfach möglich)',
    },
    vorschau: { type: 'boolean', help: 'nur zeigen, wer sie bekäme' },
    json: { type: 'boolean', help: 'als JSON ausgeben' },
    ...actingOption,
  },
  async run({ values, positionals: [wave = '', name = ''] }, io) {
    const { checkMailing, mailingKey, readPlannedTime } = await import('../mail/queue.ts')
    const { recipientsOf } = await import('../mail/recipients.ts')
    const { participantIds } = await import('../store/scopes.ts')
    const { Forms } = await import('../forms/form.ts')
    const { sendHere } = await import('../mail/send-here.ts')
    const { propose } = await import('../waves/approve.ts')
    const { findJobByKey } = await import('../store/jobs.ts')
    if (values.um !== undefined && values.am === undefined) throw new UsageError('--um gilt nur zusammen mit --am.')
    const time = values.am === undefined ? undefined : readPlannedTime(values.am, values.um ?? '9')
    if (time !== undefined && 'problem' in time) throw new InputError(time.problem)
    await withContext(io, {}, async (context) => {
      const { db, config } = context
      const accountId = await actingAccount(context, values)
      const at = time?.at
      const { template, wave: of } = await checkMailing(db, config.mail, { wave, template: name, at })
      const known = await participantIds(db, wave, accountId)
      const numbersOf = (units: string[], option: string) =>
        units.map((unit) => {
          const id = known.get(unit)
          if (id === undefined)
            throw new InputError(`${option} ${unit}: Niemand mit dieser Kennung nimmt an ${wave} teil.`)
          return id
        })
      const only = values.nur === undefined ? undefined : numbersOf(values.nur, '--nur')
      const except = numbersOf(values.ohne ?? [], '--ohne')
      if (values.vorschau) {
        const asked = { wave, at: at ?? new Date(), only, accountId }
        const { all, unreachable } = await recipientsOf({ ...context, forms: new Forms() }, template, asked)
        const shown = all.map(({ participant }) => participant).filter(({ id }) => !except.includes(id))
        if (values.json) return io.json(shown.map(({ unit, name: called, mail }) => ({ unit, name: called, mail })))
        for (const { unit, name: called, mail } of shown) io.print(`${unit}  ${called}  ${mail}`)
        io.tell(
          `${shown.length} Empfänger, ${unreachable.length} nicht erreichbar: ohne Adresse, oder dieselbe E-Mail kam dort schon nicht an.`,
        )
        return
      }
      const mark = randomUUID()
      const asked = { template: name, at: at?.toISOString(), only, except }
      const outcome = await propose(context, { act: 'send_mail', wave: of, asked, reason: '', by: accountId, mark })
      const job = (await findJobByKey(db, mailingKey(mark)))?.id
      if (job === undefined) {
        if (values.json && 'waits' in outcome) return io.json({ approval: outcome.waits })
        return tellOutcome(io, config, outcome)
      }
      if (at === undefined) return sendHere(context, job, io, values.json ?? false)
      if (values.json) return io.json({ job, at: at.toISOString() })
      io.print(
        `Auftrag ${job} ist geplant. Ein laufender Server führt ihn aus; „stichtag job stop ${job}“ hält ihn an.`,
      )
    })
  },
})
