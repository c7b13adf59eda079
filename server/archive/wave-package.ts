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

/** All that there is of a wave, for an archive. */
export async function wavePackage(
  context: PackageContext,
  forms: Forms,
  survey: WaveSurvey,
  { state, comments = false }: WantedPackage,
): Promise<Package> {
  const { operator } = context.config
  const parts = await waveParts(context.pool, survey, state)
  const { origin } = parts.antworten
  const name = `${survey.wave}${exportFiles.paket.ending}-${origin.state}`
  return {
    name,
    origin,
    formats,
    tables: [
      parts.antworten,
      parts.erhoben,
      comments ? parts.anmerkungen : parts.begruendungen,
      parts.korrekturen,
      parts.ergaenzungen,
      parts.umfeld,
      parts.ruecklauf,
      parts.ausfaelle,
      parts.codebuch,
    ],
    besideCsv: [...Object.values(ruleFiles(survey.instrument, parts)), croissantOf(context, [survey], origin)],
    files: [
      ...noteFiles({ name, waves: [survey], origin, operator, comments }),
      ...questionnaireFiles(survey),
      ...codebookFiles(context, forms, origin),
    ],
  }
}
