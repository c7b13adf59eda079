import type { Chart } from '../../analysis/report/chart.ts'
import { drawFile } from '../../views/charts/picture-file.ts'
import { specificationOf } from '../../views/charts/specification.ts'
import { embedFonts } from './embed-fonts.ts'
import { pngOf } from './png-of.ts'

interface Around {
  /** What the figures are of. */
  of: string
  notes: readonly string[]
}

/** A chart as a file that says by itself what it shows; of the same chart the same bytes. */
export async function pictureFile(chart: Chart, { of, notes }: Around, kind: 'svg' | 'png'): Promise<Buffer> {
  const { title, text, key = [], drawing } = chart
  const svg = await drawFile(specificationOf(drawing), { of, title, text, key, notes })
  return kind === 'png' ? pngOf(svg) : Buffer.from(await embedFonts(svg))
}
