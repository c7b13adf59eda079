import type { Codebook, CodebookTable } from '../codebook.ts'
import { element, textElement, type Xml } from '../xml.ts'
import { variableId } from './ids.ts'

/** The sections of the form. */
export const sectionGroups = ({ file, sections }: CodebookTable): Xml[] =>
  sections
    .filter(({ columns }) => columns.length > 0)
    .map(({ title, columns }) =>
      element(
        'varGrp',
        { type: 'section', var: columns.map((name) => variableId(file, name)).join(' ') },
        textElement('labl', title),
      ),
    )

/** What several waves ask for, with how far they can be compared. */
export const conceptGroups = ({ concepts }: Codebook): Xml[] =>
  concepts.map(({ concept, label, columns, comparability }) =>
    element(
      'varGrp',
      {
        type: 'other',
        otherType: 'concept',
        name: concept,
        var: columns.map(({ file, name }) => variableId(file, name)).join(' '),
      },
      textElement('labl', label),
      textElement('txt', comparability.join(' ')),
      textElement('concept', concept),
    ),
  )
