import type { TopLevelSpec } from 'vega-lite'
import { textWidth } from './text-width.ts'
import { config } from './theme.ts'

/** What a chart shows, and the same in words for those who do not see it. */
interface ChartText {
  /** Names the chart on its page; one of that name alone. */
  id: string
  title: string
  description: string
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
  width: string
  height: string
  content: string
}

/** The pictures drawn last: whoever comes back to a page, or sends its address to others, finds them drawn. */
const drawn = new Map<string, Promise<Picture>>()
const most = 200

/** Draws a chart as SVG for a page that allows no styles of its own; equal specifications give equal pictures. */
export async function draw(spec: TopLevelSpec, { id, title, description }: ChartText): Promise<string> {
  const { width, height, content } = await pictureOf(spec)
  return `<svg class="chart" role="img" aria-labelledby="${id}-titel ${id}-text" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title id="${id}-titel">${escaped(title)}</title><desc id="${id}-text">${escaped(description)}</desc>${content}`
}

function pictureOf(spec: TopLevelSpec): Promise<Picture> {
  const key = JSON.stringify(spec)
  const picture = drawn.get(key) ?? drawPicture(spec)
  drawn.delete(key)
  drawn.set(key, picture)
  picture.catch(() => drawn.delete(key))
  const [oldest] = drawn.keys()
  if (drawn.size > most && oldest !== undefined) drawn.delete(oldest)
  return picture
}

async function drawPicture(spec: TopLevelSpec): Promise<Picture> {
  library ??= load()
  const { View, parse, compile } = await library
  const view = new View(parse(compile({ ...spec, config }).spec), { renderer: 'none' })
  const svg = await view.toSVG()
  view.finalize()
  const content = svg
    .slice(svg.indexOf('>') + 1)
    .replace(/ (?:class|role|aria-[a-z]+|pointer-events|stroke-miterlimit)="[^"]*"/g, '')
    .replace(/>[^<"]*"[^<]*</g, (text) => text.replaceAll('"', '&quot;'))
    .replace(/<path d="(?:M0,0h0v0h0Z)?"(?: display="none")?\/>/g, '')
  const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  return { width, height, content }
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
