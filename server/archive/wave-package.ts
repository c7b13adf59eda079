import { exportFiles } from '../export/files.ts'
import { formats } from '../export/formats/index.ts'
import type { ExportedWave } from '../export/origin.ts'
import { ruleFiles } from '../export/rule-files.ts'
import { noteFiles } from './note-files.ts'
import type { Package, PackageContext, WantedPackage } from './package.ts'
import { questionnaireFiles } from './questionnaire-files.ts'
import { waveParts } from './wave-parts.ts'

/** All that there is of a wave, for an archive. */
export async function wavePackage(
  { pool, config: { operator } }: PackageContext,
  exported: ExportedWave,
  { state, comments = false }: WantedPackage,
): Promise<Package> {
  const parts = await waveParts(pool, exported, state)
  const { origin } = parts.antworten
  const name = `${exported.wave}${exportFiles.paket.ending}-${origin.state}`
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
    besideCsv: Object.values(ruleFiles(exported.instrument, parts)),
    files: [...noteFiles({ name, waves: [exported], origin, operator, comments }), ...questionnaireFiles(exported)],
  }
}
