/** What a part of a workbook is read with: a parser that tells of each tag and text as it comes by. */
export interface XmlParser {
  on(event: 'opentag', handler: (tag: { name: string; attributes: Record<string, string> }) => void): void
  on(event: 'closetag', handler: (tag: { name: string }) => void): void
  on(event: 'text', handler: (text: string) => void): void
}

interface Handlers {
  opentag: (tag: { name: string; attributes: Record<string, string> }) => void
  closetag: (tag: { name: string }) => void
  text: (text: string) => void
}

const tagForm = /<(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/y
const attributeForm = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const longestStart = '<![CDATA['.length
/** A cell holds no more than 32,767 characters. */
const longestPart = 2_000_000

/**
 * Goes through XML in pieces and tells what stands in it. Enough for what programs write into workbooks, and small enough for a page: it
 * knows no entities but the five that XML has, and refuses what does not end or nests wrongly.
 */
export class XmlScanner implements XmlParser {
  readonly #handlers: Handlers = { opentag: () => {}, closetag: () => {}, text: () => {} }
  readonly #open: string[] = []
  #rest = ''

  on<Event extends keyof Handlers>(event: Event, handler: Handlers[Event]): void {
    this.#handlers[event] = handler
  }

  write(piece: string): void {
    const text = this.#rest + piece
    let at = 0
    for (let start = text.indexOf('<'); start !== -1; start = text.indexOf('<', at)) {
      if (start > at) this.#handlers.text(unescaped(text.slice(at, start)))
      at = start
      const end = this.#take(text, start)
      if (end === -1) break
      at = end
    }
    this.#rest = text.slice(at)
    // It is gone through again with each piece: a tag without an end would keep a page busy for ever.
    if (this.#rest.length > longestPart) throw new SyntaxError('a part of the XML does not end')
  }

  close(): void {
    if (this.#rest.trim() !== '' || this.#open.length > 0) throw new SyntaxError('the XML does not end')
  }

  /** Takes what begins here, and says where it ends; -1 where that is not yet there. */
  #take(text: string, start: number): number {
    if (text[start + 1] === '!' && text.length - start < longestStart) return -1
    if (text.startsWith('<![CDATA[', start)) {
      const end = text.indexOf(']]>', start)
      if (end !== -1) this.#handlers.text(text.slice(start + longestStart, end))
      return behind(end, 3)
    }
    if (text.startsWith('<!--', start)) return behind(text.indexOf('-->', start), 3)
    if (text.startsWith('<?', start)) return behind(text.indexOf('?>', start), 2)
    if (text.startsWith('<!', start)) return behind(text.indexOf('>', start), 1)
    tagForm.lastIndex = start
    const tag = tagForm.exec(text)
    if (tag === null) return -1
    const [, slash, name = '', inside = ''] = tag
    if (slash === '/') this.#end(name)
    else {
      this.#handlers.opentag({ name, attributes: attributesIn(inside) })
      this.#open.push(name)
      if (inside.endsWith('/')) this.#end(name)
    }
    return tagForm.lastIndex
  }

  #end(name: string): void {
    if (this.#open.pop() !== name) throw new SyntaxError(`${name} ends where it has not begun`)
    this.#handlers.closetag({ name })
  }
}

const behind = (end: number, length: number) => (end === -1 ? -1 : end + length)

function attributesIn(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name = '', double, single = ''] of text.matchAll(attributeForm))
    attributes[name] = unescaped(double ?? single)
  return attributes
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) =>
        name === undefined
          ? character(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
          : (entities[name] ?? whole),
      )
    : text

const character = (code: number) => (code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code))
