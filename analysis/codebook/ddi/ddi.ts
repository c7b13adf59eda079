import type { Codebook } from '../codebook.ts'
import { element, textElement } from '../xml.ts'
import { conceptGroups, sectionGroups } from './groups.ts'
import { fileOf } from './ids.ts'
import { documentDescription, studyDescription } from './study.ts'
import { variable } from './variable.ts'

/** A codebook as DDI-Codebook 2.5, which archives take. Texts are German. */
export function ddi(codebook: Codebook): string {
  const { study, tables } = codebook
  const root = element(
    'codeBook',
    { xmlns: 'ddi:codebook:2_5', version: '2.5', 'xml:lang': 'de' },
    documentDescription(study),
    studyDescription(study),
    tables.map((table) =>
      element(
        'fileDscr',
        { ID: fileOf(table) },
        element(
          'fileTxt',
          {},
          textElement('fileName', table.file),
          element('dimensns', {}, textElement('caseQnty', table.rows), textElement('varQnty', table.columns.length)),
        ),
      ),
    ),
    element(
      'dataDscr',
      {},
      tables.flatMap(sectionGroups),
      conceptGroups(codebook),
      tables.flatMap((table) => table.columns.map((column) => variable(table, column, tables.length === 1))),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`
}
