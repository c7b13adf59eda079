import { InputError } from '../errors/input-error.ts'
import { isRestrictionGround, restrictionGrounds } from '../persons/restriction.ts'
import { actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { wholeNumber } from './whole-number.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'person restrict',
  summary: 'Einschränken, was von einer Person benutzt wird',
  usage: 'TEXT (--nummer NUMMER … | --ganz) --grund BUCHSTABE --anliegen NUMMER --als KONTO --ausfuehren',
  details: [
    'Zeigt zuerst, was „person find“ findet, mit Nummern. Mit --ausfuehren fehlt das Genannte in Dateien, Auswertungen und auf den',
    'Seiten der Mitarbeitenden, bis „person lift“ es aufhebt; gespeichert bleibt es (Art. 18 DSGVO).',
    `Gründe: ${Object.entries(restrictionGrounds)
      .map(([letter, text]) => `${letter} (${text})`)
      .join(', ')}.`,
  ],
  arguments: { min: 1, max: 1 },
  options: {
    nummer: { type: 'string', value: 'NUMMER', multiple: true, help: 'welcher der gefundenen Texte; mehrmals möglich' },
    ganz: { type: 'boolean', help: 'der ganze Bogen einer Person, alle Kontaktdaten im Bogen einer Kommune' },
    grund: { type: 'string', value: 'BUCHSTABE', help: 'Buchstabe von Art. 18 Absatz 1 DSGVO' },
    anliegen: {
      type: 'string',
      value: 'NUMMER',
      help: 'das Anliegen auf Einschränkung, wie /intern/personen es nennt',
    },
    ausfuehren: { type: 'boolean', help: 'einschränken, nicht nur zeigen' },
    ...actingOption,
  },
  async run({ values, positionals: [term = ''] }, io) {
    if (term.trim().length < 2) throw new UsageError('Bitte nennen Sie mindestens zwei Zeichen.')
    const { nummer = [], ganz = false, grund = '', anliegen } = values
    const { findPerson, isNobody } = await import('../persons/find-person.ts')
    const { linesOf } = await import('../persons/describe-found.ts')
    const { managingAccount } = await import('../persons/managing-account.ts')
    const { marksOf, restrictableForms } = await import('../persons/restrictable.ts')
    const { restrictRequested } = await import('../persons/restrict.ts')
    const { Forms } = await import('../forms/form.ts')
    await withContext(io, {}, async (context) => {
      const { db, config } = context
      const found = await findPerson(context, term.trim())
      if (isNobody(found)) return io.print('Nichts gefunden, also auch nichts eingeschränkt.')
      if (values.ausfuehren !== true) {
        for (const line of linesOf(found)) io.print(line)
        return io.tell(
          'Noch ist nichts eingeschränkt. Dazu: --nummer oder --ganz, --grund, --anliegen, --als, --ausfuehren.',
        )
      }
      if (!isRestrictionGround(grund))
        throw new UsageError(`Bitte nennen Sie mit --grund einen von: ${Object.keys(restrictionGrounds).join(', ')}.`)
      if (anliegen === undefined || (nummer.length === 0 && !ganz))
        throw new UsageError('Bitte nennen Sie --anliegen, und --nummer oder --ganz.')
      const texts = nummer.map((one) => {
        const text = found.texts[wholeNumber('--nummer', one) - 1]
        if (text === undefined) throw new InputError(`--nummer: Gefunden sind ${found.texts.length} Texte.`)
        return text
      })
      const by = await managingAccount(db, values.als ?? config.actAs)
      const chosen = { texts: ganz ? found.texts : texts, asked: found.asked }
      const forms = await restrictableForms({ db, forms: new Forms() }, chosen)
      const wholes = new Set(ganz ? forms.map(({ participantId }) => participantId) : [])
      const own = ganz
        ? forms.map((form) => ({ ...form, texts: form.texts.filter((one) => texts.includes(one)) }))
        : forms
      const request = wholeNumber('--anliegen', anliegen)
      const count = await restrictRequested(context, { request, by, ground: grund, marks: marksOf(own, wholes) })
      io.print(`Eingeschränkt. Vermerke: ${count}.`)
    })
  },
})
