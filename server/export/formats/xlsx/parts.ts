import { stylesXml } from './styles.ts'
import { declaration, escaped } from './xml.ts'

const schemas = 'http://schemas.openxmlformats.org'
const relationships = `${schemas}/officeDocument/2006/relationships`
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const packaged = 'application/vnd.openxmlformats-package'

export const sheetPath = (place: number): string => `xl/worksheets/sheet${place + 1}.xml`

/** What programs show of a workbook; `at` is the time from which it is. */
interface WorkbookFacts {
  title: string
  program: string
  at: string | null
}

/** What there is in a workbook beside its sheets. */
export function workbookParts(
  facts: WorkbookFacts,
  sheets: readonly { name: string; hidden?: boolean }[],
): [path: string, xml: string][] {
  const numbered = sheets.map(({ name, hidden = false }, place) => ({
    name,
    state: hidden ? ' state="hidden"' : '',
    id: `rId${place + 1}`,
    number: place + 1,
    path: sheetPath(place),
  }))
  const ofStyles = `rId${sheets.length + 1}`
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="${schemas}/package/2006/content-types">
<Default Extension="rels" ContentType="${packaged}.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/>
<Override PartName="/docProps/core.xml" ContentType="${packaged}.core-properties+xml"/>
${numbered.map(({ path }) => `<Override PartName="/${path}" ContentType="${content}.worksheet+xml"/>`).join('\n')}
</Types>`,
    ],
    [
      '_rels/.rels',
      related([
        { id: 'rId1', type: `${relationships}/officeDocument`, target: 'xl/workbook.xml' },
        {
          id: 'rId2',
          type: `${schemas}/package/2006/relationships/metadata/core-properties`,
          target: 'docProps/core.xml',
        },
      ]),
    ],
    ['docProps/core.xml', properties(facts)],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${schemas}/spreadsheetml/2006/main" xmlns:r="${relationships}">
<sheets>${numbered.map(({ name, number, id, state }) => `<sheet name="${escaped(name)}" sheetId="${number}"${state} r:id="${id}"/>`).join('')}</sheets>
</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      related([
        ...numbered.map(({ id, number }) => ({
          id,
          type: `${relationships}/worksheet`,
          target: `worksheets/sheet${number}.xml`,
        })),
        { id: ofStyles, type: `${relationships}/styles`, target: 'styles.xml' },
      ]),
    ],
    ['xl/styles.xml', stylesXml],
  ].map(([path = '', xml = '']) => [path, xml.startsWith('<?xml') ? xml : declaration + xml])
}

const related = (parts: readonly { id: string; type: string; target: string }[]) =>
  `<Relationships xmlns="${schemas}/package/2006/relationships">
${parts.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('\n')}
</Relationships>`

function properties({ title, program, at }: WorkbookFacts): string {
  const time = at === null ? '' : `<dcterms:created xsi:type="dcterms:W3CDTF">${at.slice(0, 19)}Z</dcterms:created>`
  return `<cp:coreProperties xmlns:cp="${schemas}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<dc:title>${escaped(title)}</dc:title><dc:creator>Stichtag ${escaped(program)}</dc:creator>${time}
</cp:coreProperties>`
}
