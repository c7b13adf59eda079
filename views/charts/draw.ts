import type { TopLevelSpec } from 'vega-lite'
import { escaped } from './escaped.ts'
import { writeParagraphs } from './paragraphs.ts'
import { textWidth } from './text-width.ts'
import { config, noteSize } from './theme.ts'

/** What a chart shows, and the same in words for those who do not see it. */
interface ChartText {
  /** Names the chart on its page; one of that name alone. */
  id: string
  title: string
  description: string
  /** What stands below it: of whom it is, and from where. */
  notes: readonly string[]
}

/** Loaded with the first chart, since commands and most pages never draw one. */
let library: ReturnType<typeof load> | undefined

/** Loads what draws, which takes a second, before somebody waits for it. */
export async function prepareCharts(): Promise<void> {
  library ??= load()
  await library
}

async function load() {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')])
  const { textMetrics } = vega as unknown as {
    textMetrics: { width(item: { fontSize?: number }, text: unknown): number }
  }
  textMetrics.width = ({ fontSize = 11 }, text) => textWidth(String(text), fontSize)
  return { View: vega.View, parse: vega.parse, compile }
}

interface Picture {
  width: number
  height: number
  content: string
}

/** The pictures drawn last: whoever comes back to a page, or sends its address to others, finds them drawn. */
const drawn = new Map<string, Promise<Picture>>()
const most = 200

/** Draws a chart as SVG for a page that allows no styles of its own; equal specifications give equal pictures. */
export async function draw(spec: TopLevelSpec, { id, title, description, notes }: ChartText): Promise<string> {
  const { width, height, content } = await pictureOf(spec, notes)
  return `<svg class="chart" role="img" aria-labelledby="${id}-titel ${id}-text" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title id="${id}-titel">${escaped(title)}</title><desc id="${id}-text">${escaped([description, ...notes].join(' '))}</desc>${content}</svg>`
}

/** A chart with its notes below it, as it stands on a page and in a file. */
export async function pictureOf(spec: TopLevelSpec, notes: readonly string[]): Promise<Picture> {
  const { width, height, content } = await chartOf(spec)
  const below = writeParagraphs(
    notes.map((text) => ({ text, size: noteSize, soft: true })),
    height + 8,
    width - 4,
  )
  return { width, height: notes.length === 0 ? height : below.end + 2, content: content + below.content }
}

function chartOf(spec: TopLevelSpec): Promise<Picture> {
  const key = JSON.stringify(spec)
  const picture = drawn.get(key) ?? drawChart(spec)
  drawn.delete(key)
  drawn.set(key, picture)
  picture.catch(() => drawn.delete(key))
  const [oldest] = drawn.keys()
  if (drawn.size > most && oldest !== undefined) drawn.delete(oldest)
  return picture
}

async function drawChart(spec: TopLevelSpec): Promise<Picture> {
  library ??= load()
  const { View, parse, compile } = await library
  const view = new View(parse(compile({ ...spec, config }).spec), { renderer: 'none' })
  const svg = await view.toSVG()
  view.finalize()
  const content = svg
    .slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
    .replace(/ (?:class|role|aria-[a-z]+|pointer-events|stroke-miterlimit)="[^"]*"/g, '')
    .replace(/>[^<"]*"[^<]*</g, (text) => text.replaceAll('"', '&quot;'))
    // What is drawn neither with a line nor with a color, and which some programs fill with black.
    .replace(/<path(?: transform="[^"]*")? d="[^"]*"(?: display="none")?\/>/g, '')
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  return { width: Number(width), height: Number(height), content }
}
