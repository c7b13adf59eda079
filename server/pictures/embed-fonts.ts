import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const weights = [400, 600] as const
/** What the Latin script has beyond the languages of western Europe, e. g. in names of persons. */
const further = /[\u0100-\u024f\u1e00-\u1eff]/

/** A drawing with its fonts inside, so that it looks alike where they are not installed. */
export async function embedFonts(svg: string): Promise<string> {
  const subsets = further.test(svg) ? ['latin', 'latin-ext'] : ['latin']
  const faces = await Promise.all(subsets.flatMap((subset) => weights.map((weight) => fontFace(subset, weight))))
  const at = svg.indexOf('>') + 1
  return `${svg.slice(0, at)}<style>${faces.join('')}</style>${svg.slice(at)}`
}

async function fontFace(subset: string, weight: number): Promise<string> {
  const file = import.meta.resolve(`@fontsource/fira-sans/files/fira-sans-${subset}-${weight}-normal.woff2`)
  const font = (await readFile(fileURLToPath(file))).toString('base64')
  const range = subset === 'latin' ? '' : 'unicode-range:U+0100-024F,U+1E00-1EFF;'
  return `@font-face{font-family:"Fira Sans";font-weight:${weight};${range}src:url(data:font/woff2;base64,${font}) format("woff2")}`
}
