import { readFileSync } from 'node:fs'

/** What the page takes from its scheme. */
const ofPage: Readonly<Record<string, string>> = { ink: '#000', soft: '#444', line: '#ccc', sheet: '#fff' }

let ofCharts: ReadonlyMap<string, string> | undefined

/** The colors of charts on paper stand first in their style sheet. */
function readColors(): ReadonlyMap<string, string> {
  const css = readFileSync(new URL('../styles/chart-colors.css', import.meta.url), 'utf8')
  const first = css.slice(0, css.indexOf('@media'))
  return new Map(
    [...first.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** A drawing with colors in place of their names, which only a page knows. */
export function onPaper(svg: string): string {
  ofCharts ??= readColors()
  const colors = ofCharts
  return svg.replace(/"var\(--([\w-]+)\)"/g, (_whole, name: string) => {
    const found = ofPage[name] ?? colors.get(name)
    if (found === undefined) throw new Error(`no color on paper for ${name}`)
    return `"${found}"`
  })
}
