import { panelTables } from '../evaluation/panel-tables.ts'
import type { WaveSurvey } from '../evaluation/surveys.ts'
import { exportFiles } from '../export/files.ts'
import { formats } from '../export/formats/index.ts'
import { ruleFiles } from '../export/rule-files.ts'
import type { Forms } from '../forms/form.ts'
import { codebookFiles, croissantOf } from './codebook-files.ts'
import { noteFiles } from './note-files.ts'
import type { Package, PackageContext, WantedPackage } from './package.ts'
import { questionnaireFiles } from './questionnaire-files.ts'
import { waveParts } from './wave-parts.ts'

/** All that there is of some waves laid over each other, for an archive. What is of one wave alone is there for each. */
export async function panelPackage(
  context: PackageContext,
  forms: Forms,
  surveys: readonly WaveSurvey[],
  { state: wanted, comments = false }: WantedPackage,
): Promise<Package> {
  const waves = surveys.map(({ wave }) => wave)
  const data = wanted === undefined ? {} : { state: wanted }
  const { tables, origin } = await panelTables(context, forms, { waves, wide: true, ...data })
  const { state } = origin
  const collected = await panelTables(context, forms, { waves, wide: true, state, values: 'collected' })
  const parts = await Promise.all(surveys.map((survey) => waveParts(context.pool, survey, state)))
  const name = `${waves.join('_')}${exportFiles.paket.ending}-${state}`
  const { operator } = context.config
  return {
    name,
    origin,
    formats,
    tables: [
      ...tables,
      ...collected.tables.filter(({ file }) => file === 'panel' || file === 'panel-breit'),
      ...parts.flatMap((own) => [comments ? own.anmerkungen : own.begruendungen, own.ruecklauf]),
    ],
    besideCsv: [
      ...surveys.flatMap(({ instrument }, place) => {
        const own = parts[place]
        return own === undefined ? [] : [ruleFiles(instrument, own).pruefregeln]
      }),
      croissantOf(context, surveys, origin),
    ],
    files: [
      ...noteFiles({ name, waves: surveys, origin, operator, comments }),
      ...surveys.flatMap(questionnaireFiles),
      ...codebookFiles(context, forms, origin),
    ],
  }
}
