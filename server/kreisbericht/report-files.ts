import { kreisReport } from '../../analysis/kreisbericht/kreis-report.ts'
import type { KreisFacts } from '../../schemas/kreisbericht.ts'
import { Engine } from '../../views/engine.ts'
import { print } from '../paper/print.ts'

export interface ReportFile {
  name: string
  content: string | Buffer
}

export const reportEndings = ['html', 'pdf'] as const
export type ReportEnding = (typeof reportEndings)[number]

/** The report as a page that stands alone, or as a paper; equal facts give equal bytes. */
export async function reportFile(facts: KreisFacts, ending: ReportEnding): Promise<string | Buffer> {
  const report = kreisReport(facts)
  return ending === 'pdf'
    ? print('kreisbericht', report)
    : new Engine().render('@standalone/kreisbericht.eta', { page: report })
}

export const reportFiles = (facts: KreisFacts): Promise<ReportFile[]> =>
  Promise.all(
    reportEndings.map(async (ending) => ({
      name: `kreisbericht.${ending}`,
      content: await reportFile(facts, ending),
    })),
  )
