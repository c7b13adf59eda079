import { InputError } from '../errors/input-error.ts'
import { isWaveKind, waveKinds } from '../retention/rules.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

const results = { uebernommen: 'taken', abgelehnt: 'declined' } as const

const isResult = (text: string): text is keyof typeof results => Object.hasOwn(results, text)

export const command = defineCommand({
  name: 'retention archive',
  summary: 'Festhalten, was aus dem Angebot an ein Archiv wurde',
  usage: 'WELLE ART --ergebnis uebernommen|abgelehnt [--als KONTO]',
  details: [
    `ART ist ${waveKinds.join(', ')}. Erst danach wird gelöscht, was dem Archiv anzubieten war, und zwar in der folgenden Nacht.`,
  ],
  arguments: { min: 2, max: 2 },
  options: {
    ergebnis: { type: 'string', value: 'ERGEBNIS', help: 'uebernommen oder abgelehnt' },
    ...actingOption,
  },
  async run({ values, positionals: [id = '', kind = ''] }, io) {
    const { ergebnis = '' } = values
    if (!isWaveKind(kind)) throw new UsageError(`„${kind}“ gibt es nicht; möglich sind ${waveKinds.join(', ')}.`)
    if (!isResult(ergebnis)) throw new UsageError('Bitte nennen Sie mit --ergebnis uebernommen oder abgelehnt.')
    const { knownWave } = await import('../retention/known-wave.ts')
    const { settleOffer } = await import('../retention/settle-offer.ts')
    await withContext(io, {}, async (context) => {
      const { db } = context
      await knownWave(db, id)
      const accountId = (await actingAccount(context, values)) ?? null
      if (!(await settleOffer(db, { wave: id, kind, offered: results[ergebnis], accountId })))
        throw new InputError(
          `Die Welle „${id}“ bietet ${kind} keinem Archiv an. „stichtag retention set“ legt das fest.`,
        )
      io.print(
        `Festgehalten: ${kind} der Welle ${id} vom Archiv ${ergebnis === 'abgelehnt' ? 'abgelehnt' : 'übernommen'}.`,
      )
    })
  },
})
