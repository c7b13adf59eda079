import { kreisReport } from '../../analysis/kreisbericht/kreis-report.ts'
import type { KreisFacts } from '../../schemas/kreisbericht.ts'
import { Engine } from '../../views/engine.ts'
import { print } from '../paper/print.ts'

export interface ReportFile {
  name: string
  content: string | Buffer
}

/** The report as a page that stands alone and as a paper; equal facts give equal bytes. */
export async function reportFiles(facts: KreisFacts): Promise<ReportFile[]> {
  const report = kreisReport(facts)
  return [
    { name: 'kreisbericht.html', content: new Engine().render('@standalone/kreisbericht.eta', { page: report }) },
    { name: 'kreisbericht.pdf', content: await print('kreisbericht', report) },
  ]
}
