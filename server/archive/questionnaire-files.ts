import { outline } from '../../surveys/codebook/outline.ts'
import type { ExportedWave } from '../export/origin.ts'
import type { PackedFile } from './package.ts'

/** What was asked: the blank paper, and the definition as programs read it. */
export const questionnaireFiles = ({ wave, instrument, synthetic }: ExportedWave): PackedFile[] => [
  {
    path: `fragebogen/${wave}.pdf`,
    holds: `Leerer Fragebogen der Welle ${wave}`,
    async content() {
      const { blankPaper, forAnybody } = await import('../http/pages/questionnaire-paper.ts')
      const { typeset } = await import('../paper/typeset.ts')
      return typeset('questionnaire', blankPaper(instrument, { ...forAnybody(instrument), synthetic }))
    },
  },
  {
    path: `fragebogen/${wave}.json`,
    holds: `Fragebogen der Welle ${wave} für Programme`,
    content: async () => `${JSON.stringify(outline(instrument), null, 2)}\n`,
  },
]
