import { readdirSync, readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'

const views = `${import.meta.dirname}/../../views`

/**
 * Leaves out the rules of KERN for components that no page has. The package brings icons, a grid and thousands of
 * utility classes; all that pages use of it is a tenth.
 */
export const slimKern: Plugin = {
  name: 'slim-kern',
  setup(build) {
    build.onLoad({ filter: /@kern-ux[\\/]native[\\/]dist[\\/]kern\.css$/ }, ({ path }) => ({
      contents: keepUsed(readFileSync(path, 'utf8'), usedClasses()),
      loader: 'css',
    }))
  },
}

/** Drops each selector that asks for a class of KERN which is not in use, and rules without any selector left. */
export function keepUsed(css: string, used: ReadonlySet<string>): string {
  const matches = (selector: string) =>
    [...selector.replace(/:(?:not|is)\([^)]*\)/g, '').matchAll(/\.(kern-[\w-]+)/g)].every(([, name = '']) =>
      used.has(name),
    )
  return css.replace(/\/\*.*?\*\//gs, '').replace(/([^{};]+)(\{[^{}]*\})/g, (rule, selectors: string, body: string) => {
    if (!selectors.includes('.kern-')) return rule
    const kept = selectors.split(/,(?![^(]*\))/).filter(matches)
    return kept.length === 0 ? '' : kept.join(',') + body
  })
}

/** What a class may end with that is put together from a tone: `kern-alert--${tone}`. */
const tones = ['info', 'success', 'warning', 'danger']

function usedClasses(): ReadonlySet<string> {
  const files = readdirSync(views, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:eta|ts)$/.test(name))
  const names = files.flatMap((name) => readFileSync(`${views}/${name}`, 'utf8').match(/\bkern-[\w-]+/g) ?? [])
  return new Set(names.flatMap((name) => (name.endsWith('--') ? tones.map((tone) => name + tone) : name)))
}
