import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'wave create',
  summary: 'Eine Welle anlegen: eine veröffentlichte Fassung, Stichtag, Frist, Teilnehmende',
  usage:
    'FRAGEBOGEN [--id NAME] [--fassung NUMMER] [--stichtag TAG] [--frist TAG] [--teilnehmende DATEI] [--retention DATEI] [--als KONTO]',
  details: [
    'Ohne weitere Angaben gelten die neueste Fassung, ihr Stichtag und ihre Frist, und alle nehmen teil, die das Verzeichnis',
    'kennt: je nach Fragebogen die Kommunen oder Integrationsmanager/-innen von heute oder, wie sie am Stichtag bestanden, die',
    'Zuwendungsempfänger, Antragsverbünde oder Kreise. DATEI ist eine CSV-Datei mit der Spalte gkz, im_nummer, empfaenger, verbund',
    'oder kreis. Tage werden geschrieben wie 2026-12-31. Was die Welle wie lange aufbewahrt, sagt --retention; die Form der Datei',
    'beschreibt „retention set“.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    id: { type: 'string', value: 'NAME', help: 'Kennung der Welle, sonst die des Fragebogens' },
    fassung: { type: 'string', value: 'NUMMER', help: 'eine bestimmte Fassung, sonst die neueste' },
    stichtag: { type: 'string', value: 'TAG', help: 'Stichtag' },
    frist: { type: 'string', value: 'TAG', help: 'letzter Tag für Antworten, bis 24 Uhr in Baden-Württemberg' },
    teilnehmende: { type: 'string', value: 'DATEI', help: 'CSV-Datei mit einer Spalte der Kennungen' },
    retention: { type: 'string', value: 'DATEI', help: 'JSON-Datei mit Aufbewahrungsfristen' },
    ...actingOption,
  },
  async run({ values, positionals: [survey = ''] }, io) {
    const { planWave } = await import('../waves/wave-plan.ts')
    const { createWave, findWave } = await import('../store/waves.ts')
    const { unitsOn } = await import('../store/askable-units.ts')
    const { readRegister } = await import('../store/register.ts')
    const { readFile } = await import('node:fs/promises')
    const { readTermsFile } = await import('./terms-file.ts')
    const { retention: termsFile, ...wishes } = values
    const retention = termsFile === undefined ? {} : await readTermsFile(termsFile)
    const list = wishes.teilnehmende
    const text =
      list === undefined
        ? undefined
        : await readFile(list, 'utf8').catch(() => {
            throw new InputError(`Die Datei ${list} lässt sich nicht lesen.`)
          })
    await withContext(io, {}, async (context) => {
      const { db } = context
      const by = await actingAccount(context, values)
      const { file: participants, ...rest } = {
        file: text === undefined ? undefined : { name: list ?? '', text },
        ...wishes,
      }
      const plan = await planWave(
        survey,
        { ...rest, participants },
        {
          register: await readRegister(db),
          unitsOn: (kind, stichtag) => unitsOn(db, kind, stichtag),
        },
      )
      if (plan.problems.length > 0 || plan.wave === undefined) throw new InputError(plan.problems)
      const { wave } = plan
      if ((await findWave(db, wave.id)) !== undefined)
        throw new InputError(`Die Welle „${wave.id}“ gibt es schon. Mit --id geben Sie einen anderen Namen.`)
      const created = await createWave(db, { ...wave, retention }, by)
      io.print(
        `Welle ${wave.id} angelegt: ${wave.survey} ${wave.surveyVersion}, Frist ${wave.frist}, ${created.length} Teilnehmende.`,
      )
      io.tell(`Weiter mit: stichtag invite ${wave.id} --out codes.csv, dann: stichtag wave open ${wave.id}`)
    })
  },
})
