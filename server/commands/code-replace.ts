import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'code replace',
  summary: 'Einen verlorenen Zugangscode ersetzen, um ihn am Telefon zu sagen oder per E-Mail zu senden',
  usage:
    'WELLE GKZ|NUMMER [--mail] [--als KONTO]\n  oder: stichtag code replace WELLE VERBUND --sammelzugang [--als KONTO]',
  details: [
    'Zeigt den neuen Code dieses eine Mal, mit den Wörtern zum Buchstabieren. Der bisherige gilt nicht mehr, und wer damit',
    'angemeldet ist, wird abgemeldet. Mit --mail geht er an die bekannte Adresse und wird nicht gezeigt; der bisherige gilt,',
    'bis die E-Mail unterwegs ist. Als Schreiben: stichtag invite WELLE --neu GKZ|NUMMER --format pdf --out DATEI.',
  ],
  arguments: { min: 2, max: 2 },
  options: {
    mail: { type: 'boolean', help: 'per E-Mail senden, statt ihn zu zeigen' },
    sammelzugang: {
      type: 'boolean',
      help: 'für einen Landkreis oder Verbund: ein Code für alle, für die er antwortet',
    },
    ...actingOption,
  },
  async run({ values, positionals: [wave = '', unit = ''] }, io) {
    const { hashAccessCode, newAccessCode } = await import('../domain/access-code.ts')
    const { spelled } = await import('../domain/spelled.ts')
    const { Forms } = await import('../forms/form.ts')
    const { mailNewCode } = await import('../mail/new-code-mail.ts')
    const { sendHere } = await import('../mail/send-here.ts')
    const { askedWave } = await import('../letters/find-asked.ts')
    const { entryAddress } = await import('../letters/sender.ts')
    const { listReceivers } = await import('../store/letter-receivers.ts')
    const { replaceByPhone } = await import('../store/new-code.ts')
    await withContext(io, {}, async (context) => {
      const { db, keys, config } = context
      const accountId = await actingAccount(context, values)
      await askedWave(db, wave)
      const code = newAccessCode()
      const hash = hashAccessCode(code, keys.accessCode)
      const tell = (whose: string) => {
        io.tell(`${whose}; der bisherige gilt nicht mehr. Einzugeben unter ${entryAddress(config)}`)
        io.print(code)
        for (const { group, words } of spelled(code)) io.tell(`${group}  ${words}`)
      }
      if (values.sammelzugang) {
        if (values.mail) throw new InputError('Einen Sammelzugang schickt keine E-Mail; er wird am Telefon gesagt.')
        const { carriersIn, replaceCarrierCode } = await import('../store/carrier-codes.ts')
        const carrier = (await carriersIn(db, wave, accountId)).find(({ verbund }) => verbund === unit)
        if (carrier === undefined) throw new InputError(`„${unit}“ antwortet an ${wave} für niemanden.`)
        await replaceCarrierCode(db, { wave, verbund: unit, hash, codes: undefined, accountId })
        return tell(`Neuer Sammelzugang für ${carrier.name} (${unit}), ${carrier.units.length} Kommunen`)
      }
      const [receiver] = await listReceivers(db, { wave, unit, accountId })
      if (receiver === undefined) throw new InputError(`„${unit}“ nimmt an ${wave} nicht teil.`)
      if (values.mail) {
        const whose = { wave, participantId: receiver.id, accountId }
        return sendHere(context, await mailNewCode({ ...context, forms: new Forms() }, config.mail, whose), io, false)
      }
      await replaceByPhone(db, { wave, participantId: receiver.id, hash, codes: undefined, accountId })
      tell(`Neuer Zugangscode für ${receiver.name} (${unit})`)
    })
  },
})
