import type { Chart } from '../../../../analysis/report/chart.ts'
import type { ChartFigure } from '../../../../views/page-data/evaluation-pages.ts'

/** What all charts of a page have around them. */
export interface ChartFrame {
  /** What stands in each, by what it is based on. */
  notesOf(basis: string): string[]
  /** Where each is as a file. */
  hrefOf(file: string): string
}

/** The kinds of files that a picture can be had as. */
export const pictureKinds = { svg: 'image/svg+xml', png: 'image/png' } as const

export type PictureKind = keyof typeof pictureKinds

export const isPictureKind = (text: string): text is PictureKind => Object.hasOwn(pictureKinds, text)

/** Links to a chart as files. */
export const chartDownloads = ({ id }: Chart, { hrefOf }: ChartFrame): ChartFigure['downloads'] =>
  (Object.keys(pictureKinds) as PictureKind[]).map((kind) => ({
    href: hrefOf(`${id}.${kind}`),
    label: kind.toUpperCase(),
  }))
