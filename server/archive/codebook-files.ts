import { readCodebook } from '../evaluation/read-codebook.ts'
import { readStudy } from '../evaluation/read-study.ts'
import type { WaveSurvey } from '../evaluation/surveys.ts'
import { codebookFormats } from '../export/codebook-formats.ts'
import { croissantFile } from '../export/croissant-file.ts'
import type { Origin } from '../export/origin.ts'
import type { TextFile } from '../export/text-file.ts'
import type { Forms } from '../forms/form.ts'
import type { PackageContext, PackedFile } from './package.ts'

/** The codebook in every form that there is, with figures that tell of nobody: it is made once for all of them. */
export function codebookFiles(context: PackageContext, forms: Forms, { waves, state }: Origin): PackedFile[] {
  const names = waves.map(({ wave }) => wave)
  let codebook: ReturnType<typeof readCodebook> | undefined
  const read = () => {
    codebook ??= readCodebook(context, forms, names, { state })
    return codebook
  }
  return codebookFormats.map(({ ending, label, write }) => ({
    path: `codebuch/${names.join('_')}${ending}`,
    holds: `Codebuch, ${label}`,
    content: async () => write(await read()),
  }))
}

/** The description of the data that search engines and catalogues read. */
export const croissantOf = (context: PackageContext, surveys: readonly WaveSurvey[], { state }: Origin): TextFile =>
  croissantFile(
    surveys.map(({ wave }) => wave).join('_'),
    () => readStudy(context, surveys, { state, values: 'amended' }),
    context.config,
  )
