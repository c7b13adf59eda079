import { SaxesParser } from 'saxes'
import yauzl from 'yauzl'
import {
  type NamedSheet,
  plainName,
  readSheetNames,
  readStylesOf,
  readTargets,
  relationsPath,
  stylesPath,
  workbookPath,
} from '../../analysis/sources/list-file/workbook-xml.ts'
import { InputError } from '../errors/input-error.ts'

/**
 * What the value of a cell does not say: that it is a formula which nobody has worked out yet, an error, or a number shown as
 * a share.
 */
export type CellFact = 'formula' | 'error' | 'percent'

/** By the address of a cell, `C12`. */
export type SheetFacts = ReadonlyMap<string, CellFact>

/** The facts of a workbook that was found to be small enough, sheet by sheet. Refuses macros: nobody needs them here. */
export async function cellFacts(path: string, file: string): Promise<ReadonlyMap<string, SheetFacts>> {
  const archive = await yauzl.openPromise(path, { autoClose: false })
  try {
    const entries = new Map<string, yauzl.Entry>()
    for await (const entry of archive.eachEntry()) entries.set(entry.fileName, entry)
    if ([...entries.keys()].some((name) => /vbaproject/i.test(name)))
      throw new InputError(
        `Die Datei ${file} enthält Makros. Bitte speichern Sie sie als Arbeitsmappe ohne Makros (.xlsx).`,
      )
    const read = async (name: string, work: (parser: SaxesParser) => void) => {
      const entry = entries.get(name)
      if (entry === undefined) return
      const parser = new SaxesParser()
      work(parser)
      const stream = await archive.openReadStreamPromise(entry)
      stream.setEncoding('utf8')
      for await (const text of stream) parser.write(String(text))
      parser.close()
    }
    const sheets: NamedSheet[] = []
    await read(workbookPath, (parser) => readSheetNames(parser, sheets))
    const targets = new Map<string, string>()
    await read(relationsPath, (parser) => readTargets(parser, targets))
    const percent = new Set<number>()
    await read(stylesPath, (parser) => readStylesOf(parser, percents, percent))
    const facts = new Map<string, SheetFacts>()
    for (const { name, relation } of sheets) {
      const cells = new Map<string, CellFact>()
      await read(targets.get(relation) ?? '', (parser) => readCells(parser, percent, cells))
      facts.set(name, cells)
    }
    return facts
  } finally {
    archive.close()
  }
}

/** The numbers of two formats that every program knows, 0 % and 0,00 %. A sign that is only written behind a number makes no share of it. */
const percents = { known: ['9', '10'], isLike: (code: string) => code.replace(/"[^"]*"|\\./g, '').includes('%') }

function readCells(parser: SaxesParser, percent: ReadonlySet<number>, facts: Map<string, CellFact>): void {
  let address = ''
  let fact: CellFact | undefined
  let isText = false
  let isFormula = false
  let value = ''
  let hasValue = false
  let isValue = false
  parser.on('opentag', (tag) => {
    const name = plainName(tag.name)
    if (name === 'c') {
      const { r = '', t = 'n', s = '0' } = tag.attributes
      address = r
      isText = t === 'str'
      fact = t === 'e' ? 'error' : t === 'n' && percent.has(Number(s)) ? 'percent' : undefined
      isFormula = false
      hasValue = false
      value = ''
    }
    if (name === 'f') isFormula = true
    isValue = name === 'v'
    hasValue ||= isValue
  })
  parser.on('text', (text) => {
    if (isValue) value += text
  })
  parser.on('closetag', ({ name }) => {
    if (plainName(name) === 'v') isValue = false
    if (plainName(name) !== 'c') return
    // What a formula results in may be a text without a character.
    if (isFormula && value === '' && !(isText && hasValue)) fact = 'formula'
    if (fact !== undefined) facts.set(address, fact)
  })
}
