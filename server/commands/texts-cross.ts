import { InputError } from '../errors/input-error.ts'
import { actingHolder, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { wholeNumber } from './whole-number.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'texts cross',
  summary: 'Zeigen, wie viele von denen, die eine Antwort gaben, zu einer Kategorie etwas schrieben',
  usage: 'WELLE VARIABLE [--stand NUMMER] [--als KONTO]',
  details: [
    'VARIABLE ist eine Frage mit Antworten zur Auswahl. Je Kategoriensystem der Welle eine Tabelle; was von weniger als dreien',
    'erzählte, ist verdeckt. Mehrere Tabellen zusammen, oder eine neben einem Anhang, können mehr verraten: Bitte nur zur Arbeit.',
    'Beispiel: stichtag texts cross umfrage-3 plan_a_nutzung',
  ],
  arguments: { min: 2, max: 2 },
  options: {
    stand: { type: 'string', value: 'NUMMER', help: 'ein früherer Datenstand: seine Nummer' },
    ...actingOption,
  },
  async run({ values, positionals: [id = '', variable = ''] }, io) {
    const state = values.stand === undefined ? undefined : wholeNumber('--stand', values.stand)
    const { workingView } = await import('../../analysis/report/sentences.ts')
    const { columns } = await import('../../analysis/words.ts')
    const { crossedTexts } = await import('../annex/crossed-texts.ts')
    const { mayUse } = await import('../domain/rights.ts')
    const { Forms } = await import('../forms/form.ts')
    const { askedTexts } = await import('../texts/asked-texts.ts')
    const { waveNamed } = await import('./known-wave.ts')
    await withContext(io, {}, async (context) => {
      const by = await actingHolder(context, values)
      if (by !== undefined && (by.isScoped || !mayUse(by, 'texts.code')))
        throw new InputError('Das zeigt nur, wer Texte aller Kommunen zuordnen darf.')
      await waveNamed(context.db, id)
      const asked = await askedTexts({ db: context.db, forms: new Forms() }, id, undefined)
      if (asked === undefined)
        throw new InputError(`„${id}“ ist ein Probelauf: Was dort geschrieben wird, zählt nirgends.`)
      const crossed = await crossedTexts(context, asked, { variable, state })
      if (crossed.tables.length === 0) throw new InputError(`Zu „${id}“ gibt es noch keine Kategorien.`)
      io.print(`${workingView}.`)
      for (const { title, heads, rows, note } of crossed.tables) {
        io.print('')
        io.print(`${title}, Datenstand ${crossed.state}`)
        for (const line of columns([heads, ...rows])) io.print(line)
        io.print(note)
      }
    })
  },
})
