import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'texts list',
  summary: 'Auflisten, wozu in einer Welle Texte geschrieben wurden, wie viele, und wie weit sie sind',
  usage: 'WELLE [--json] [--als KONTO]',
  details: ['Fragen der Erhebung und Quellen aus Dateien; ohne die Texte selbst.'],
  arguments: { min: 1, max: 1 },
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' }, ...actingOption },
  async run({ values, positionals: [id = ''] }, io) {
    const { Forms } = await import('../forms/form.ts')
    const { countTexts } = await import('../store/texts/list-texts.ts')
    const { askedTexts } = await import('../texts/asked-texts.ts')
    const { textCountLines, textCounts } = await import('../texts/count-lines.ts')
    await withContext(io, {}, async (opened) => {
      const account = await actingAccount(opened, values)
      const asked = await askedTexts({ db: opened.db, forms: new Forms() }, id, account)
      if (asked === undefined)
        throw new InputError(
          `Die Welle „${id}“ gibt es nicht, oder sie ist eine Probe. „stichtag wave list“ zeigt alle.`,
        )
      const counts = textCounts(asked, await countTexts(opened.db, asked.of))
      if (values.json) return io.json(counts)
      for (const line of textCountLines(counts)) io.print(line)
    })
  },
})
