import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'amend file',
  summary: 'Werte vieler Abgaben nach einer Liste korrigieren; die angegebenen bleiben stehen',
  usage: 'WELLE DATEI [--dry-run] [--als KONTO]',
  details: [
    'CSV oder XLSX, eine Zeile je Wert; die Spalten in beliebiger Folge:',
    '  einheit, variable, alt, neu, grund, quelle, bemerkung',
    'alt ist, was jetzt verwendet wird, und leer heißt: kein Wert. Die ganze Liste gilt oder nichts von ihr; „amend undo“ nimmt sie zurück.',
  ],
  arguments: { min: 2, max: 2 },
  options: {
    'dry-run': { type: 'boolean', help: 'nur prüfen' },
    ...actingOption,
  },
  async run({ values, positionals: [id = '', path = ''] }, io) {
    const { basename } = await import('node:path')
    const { placed } = await import('../admindata/placed.ts')
    const { amendLines, lookAtFile } = await import('../amendments/amend-file.ts')
    const { openWave } = await import('../amendments/open-wave.ts')
    await withContext(io, {}, async (opened) => {
      const by = await actingAccount(opened, values)
      const { context, asked } = await openWave(opened, id)
      const { lines, problems, isLarge } = await lookAtFile(context, asked, { path, by })
      const nothing = 'Nichts ist geändert.'
      if (problems.length > 0) throw new InputError([...problems.map((one) => placed(basename(path), one)), nothing])
      if (values['dry-run']) {
        io.print(`${lines.length} Korrekturen, nichts spricht dagegen.`)
        return isLarge ? io.print('Ein zweites Konto muss zustimmen.') : undefined
      }
      const done = await amendLines(context, asked, lines, by)
      if ('faults' in done) throw new InputError([...done.faults, nothing])
      io.print(done.said)
    })
  },
})
