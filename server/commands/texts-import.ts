import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'texts import',
  summary: 'Texte aus einer Datei einlesen, um sie wie Kommentare zuzuordnen',
  usage: 'WELLE DATEI [--dry-run] [--als KONTO]',
  details: [
    'CSV oder XLSX, eine Zeile je Text; die Spalten in beliebiger Folge:',
    '  Quelle, Ort (darf leer sein), Text',
    'Die ganze Datei wird eingelesen oder nichts von ihr; „texts undo“ nimmt eine Quelle zurück.',
  ],
  arguments: { min: 2, max: 2 },
  options: { 'dry-run': { type: 'boolean', help: 'nur zeigen, was eingelesen würde' }, ...actingOption },
  async run({ values, positionals: [wave = '', path = ''] }, io) {
    const { findWave } = await import('../store/waves.ts')
    const { importTexts } = await import('../texts/import-texts.ts')
    await withContext(io, {}, async (context) => {
      const by = await actingAccount(context, values)
      const found = await findWave(context.db, wave)
      if (found === undefined || found.test)
        throw new InputError(
          `Die Welle „${wave}“ gibt es nicht, oder sie ist eine Probe. „stichtag wave list“ zeigt alle.`,
        )
      const preview = Boolean(values['dry-run'])
      const outcome = await importTexts(context.db, { wave, path, preview, by })
      if (outcome.state === 'faulty') throw new InputError([...outcome.problems, 'Nichts wurde eingelesen.'])
      io.print(outcome.state === 'preview' ? 'Nichts spricht dagegen; nichts wurde eingelesen.' : 'Eingelesen:')
      for (const { title, texts } of outcome.sources)
        io.print(`   ${title}: ${texts === 1 ? 'ein Text' : `${texts.toLocaleString('de-DE')} Texte`}`)
    })
  },
})
