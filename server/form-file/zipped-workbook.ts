import { sheetPath, workbookParts } from '../export/formats/xlsx/parts.ts'
import { zipped } from '../export/zip.ts'
import { programVersion } from '../program-version.ts'
import { sheetXml, type WrittenSheet } from './sheet-xml.ts'

/** A workbook of some sheets, which depends on nothing but them. */
export function zippedWorkbook(title: string, sheets: readonly WrittenSheet[]): AsyncIterable<Uint8Array> {
  const content = (xml: string) => [Buffer.from(xml)]
  return zipped(
    [
      ...workbookParts({ title, program: programVersion, at: null }, sheets).map(([name, xml]) => ({
        name,
        content: content(xml),
      })),
      ...sheets.map((sheet, place) => ({ name: sheetPath(place), content: content(sheetXml(sheet)) })),
    ],
    null,
  )
}
