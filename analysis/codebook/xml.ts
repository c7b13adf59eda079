/** A piece of XML; a plain text becomes one that is safe. */
export interface Xml {
  xml: string
  isText: boolean
}

type Child = Xml | string | undefined | readonly (Xml | undefined)[]

/** An element; what is undefined of its attributes and children is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly Child[]
): Xml {
  const inside = children.flatMap((child): Xml[] => {
    if (typeof child === 'string') return child === '' ? [] : [{ xml: escaped(child), isText: true }]
    const some = child === undefined || 'xml' in child ? [child] : child
    return some.filter((one) => one !== undefined)
  })
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  )
  const opened = `<${name}${said.join('')}`
  if (inside.length === 0) return { xml: `${opened}/>`, isText: false }
  const isFlat = inside.some(({ isText }) => isText)
  const content = inside.map(({ xml }) => xml).join(isFlat ? '' : '\n')
  return { xml: `${opened}>${isFlat ? content : `\n${content}\n`}</${name}>`, isText: false }
}

/** The same with nothing inside: undefined where there is no text. */
export const textElement = (
  name: string,
  text: string | number | undefined,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
): Xml | undefined => (text === undefined || text === '' ? undefined : element(name, attributes, String(text)))

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML cannot hold at all becomes U+FFFD. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign)
