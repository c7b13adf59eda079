import type { XmlParser } from './xml-scanner.ts'

/** A sheet as its workbook names it. */
export interface NamedSheet {
  name: string
  relation: string
  hidden: boolean
}

/** Where in the archive of a workbook its parts lie. */
export const workbookPath = 'xl/workbook.xml'
export const relationsPath = 'xl/_rels/workbook.xml.rels'
export const stylesPath = 'xl/styles.xml'
export const textsPath = 'xl/sharedStrings.xml'

/** A name without its prefix: writers choose it as they like. */
export const plainName = (name: string): string => name.slice(name.indexOf(':') + 1)

const attributesOf = (tag: { attributes: Record<string, string> }): Record<string, string> =>
  Object.fromEntries(Object.entries(tag.attributes).map(([name, value]) => [plainName(name), value]))

/** The sheets of a workbook, and whether it counts days from 1904 on. */
export function readSheetNames(parser: XmlParser, sheets: NamedSheet[], on1904 = () => {}): void {
  parser.on('opentag', (tag) => {
    if (['1', 'true'].includes(tag.attributes.date1904 ?? '')) on1904()
    if (plainName(tag.name) !== 'sheet') return
    const { name = '', id = '', state = 'visible' } = attributesOf(tag)
    sheets.push({ name, relation: id, hidden: state !== 'visible' })
  })
}

/** Where the parts lie that a workbook names by their relation. */
export function readTargets(parser: XmlParser, targets: Map<string, string>): void {
  parser.on('opentag', (tag) => {
    const { Id: id, Target: target } = tag.attributes
    if (id !== undefined && target !== undefined)
      targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  })
}

/** The styles of cells whose format is of a kind, by its number among those that every program knows or by its code. */
export function readStylesOf(
  parser: XmlParser,
  { known, isLike }: { known: readonly string[]; isLike: (code: string) => boolean },
  styles: Set<number>,
): void {
  const formats = new Set(known)
  let isOfCells = false
  let style = 0
  parser.on('opentag', (tag) => {
    const name = plainName(tag.name)
    const { numFmtId = '', formatCode = '' } = tag.attributes
    if (name === 'numFmt' && isLike(formatCode)) formats.add(numFmtId)
    if (name === 'cellXfs') isOfCells = true
    if (name !== 'xf' || !isOfCells) return
    if (formats.has(numFmtId)) styles.add(style)
    style += 1
  })
  parser.on('closetag', ({ name }) => {
    if (plainName(name) === 'cellXfs') isOfCells = false
  })
}
