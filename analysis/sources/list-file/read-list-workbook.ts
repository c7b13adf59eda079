import { unzipSync } from 'fflate'
import type { ListTable } from '../../../surveys/counting/list-table.ts'
import { ListFileError } from './list-file-error.ts'
import { readSheetRows } from './sheet-rows.ts'
import {
  type NamedSheet,
  plainName,
  readSheetNames,
  readStylesOf,
  readTargets,
  relationsPath,
  stylesPath,
  textsPath,
  workbookPath,
} from './workbook-xml.ts'
import { XmlScanner } from './xml-scanner.ts'

const mostBytes = 400 * 1024 ** 2
const slice = 1 << 17

/** The formats of days that every program knows by their numbers, and how a code of one's own tells a day. */
const days = {
  known: ['14', '15', '16', '17', '22', '27', '30', '36', '50', '57'],
  isLike: (code: string) => /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|standard/gi, '')),
}

/** The sheets of a workbook that can be seen. `pause` lets others have a turn; it is called often. */
export async function readListWorkbook(bytes: Uint8Array, pause: () => Promise<void>): Promise<ListTable[]> {
  const parts = unpacked(bytes)
  const parse = async (name: string, work: (parser: XmlScanner) => void) => {
    const part = parts[name]
    if (part === undefined) return
    const parser = new XmlScanner()
    work(parser)
    const decoder = new TextDecoder()
    for (let at = 0; at < part.length; at += slice) {
      parser.write(decoder.decode(part.subarray(at, at + slice), { stream: true }))
      await pause()
    }
    parser.close()
  }
  try {
    return await readParts(parse)
  } catch (cause) {
    throw cause instanceof ListFileError ? cause : new ListFileError(unreadable, { cause })
  }
}

async function readParts(
  parse: (name: string, work: (parser: XmlScanner) => void) => Promise<void>,
): Promise<ListTable[]> {
  const sheets: NamedSheet[] = []
  let from1904 = false
  await parse(workbookPath, (parser) =>
    readSheetNames(parser, sheets, () => {
      from1904 = true
    }),
  )
  if (sheets.length === 0) throw new ListFileError(unreadable)
  const targets = new Map<string, string>()
  await parse(relationsPath, (parser) => readTargets(parser, targets))
  const styles = new Set<number>()
  await parse(stylesPath, (parser) => readStylesOf(parser, days, styles))
  const texts: string[] = []
  await parse(textsPath, (parser) => readTexts(parser, texts))
  const tables: ListTable[] = []
  for (const { name, relation, hidden } of sheets) {
    if (hidden) continue
    let table: (() => ListTable) | undefined
    await parse(targets.get(relation) ?? '', (parser) => {
      table = readSheetRows(parser, name, { texts, days: styles, from1904 })
    })
    if (table !== undefined) tables.push(table())
  }
  return tables
}

/** The texts that cells share; how they are to be spoken is none of them. */
function readTexts(parser: XmlScanner, texts: string[]): void {
  let text = ''
  let isText = false
  let isSpoken = false
  parser.on('opentag', (tag) => {
    const name = plainName(tag.name)
    if (name === 'si') text = ''
    if (name === 'rPh') isSpoken = true
    isText = name === 't' && !isSpoken
  })
  parser.on('text', (more) => {
    if (isText) text += more
  })
  parser.on('closetag', (tag) => {
    const name = plainName(tag.name)
    isText = false
    if (name === 'rPh') isSpoken = false
    if (name === 'si') texts.push(text)
  })
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let whole = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^(?:\/?xl\/).*\.(?:xml|rels)$/.test(name) || /\/(?:drawings|charts|theme|pivot\w*)\//.test(name))
          return false
        whole += originalSize
        if (whole > mostBytes) throw new ListFileError('Die Datei ist entpackt größer als 400 MB.')
        return true
      },
    })
  } catch (cause) {
    throw cause instanceof ListFileError ? cause : new ListFileError(unreadable, { cause })
  }
}

const unreadable =
  'Die Datei ist keine lesbare Arbeitsmappe. Bitte speichern Sie sie als Excel-Arbeitsmappe (.xlsx) oder als CSV.'
