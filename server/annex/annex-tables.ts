import type { AnnexDocument, DocumentSection } from '../../analysis/texts/annex/document.ts'
import type { ColumnType, DescribedColumn } from '../../surveys/codebook/described-column.ts'
import { exportFiles } from '../export/files.ts'
import type { Origin } from '../export/origin.ts'
import { rowsOfList } from '../export/rows-of-list.ts'
import type { Row, Table } from '../export/table.ts'

const column = (name: string, label: string, type: ColumnType = 'text'): DescribedColumn => ({ name, label, type })

const excerptColumns = [
  column('kapitel', 'Kapitel'),
  column('fragen', 'Worauf die Texte antworten'),
  column('gruppe', 'Gruppe, wo das Kapitel welche hat'),
  column('kategorie', 'Kategorie'),
  column('unterkategorie', 'Unterkategorie'),
  column('auszug', 'Auszug, wie er freigegeben ist'),
]

/** An annex as tables: its excerpts, and its counts as far as they are told. */
export function annexTables(annex: AnnexDocument, name: string, origin: Origin): Table[] {
  const rows = annex.chapters.flatMap((chapter) =>
    chapter.groups.flatMap((group) =>
      group.sections.flatMap((section) =>
        excerptRows(section).map(([part, quote]): Row => {
          return [chapter.title, chapter.sources, group.title, section.title, part, quote.slice(1, -1)]
        }),
      ),
    ),
  )
  const { heads, parts } = annex.counts
  const countColumns = ['Kapitel', 'Gruppe', ...heads].map((head) => column(nameOf(head), head))
  const countRows = parts.flatMap((part) => part.rows.map((row): Row => [part.chapter, part.group, ...row]))
  return [
    {
      file: 'anhang',
      name: `${name}${exportFiles.anhang.ending}`,
      columns: excerptColumns,
      rows: rowsOfList(excerptColumns, () => rows),
      origin,
    },
    {
      file: 'anhang-zahlen',
      name: `${name}${exportFiles['anhang-zahlen'].ending}`,
      columns: countColumns,
      rows: rowsOfList(countColumns, () => countRows),
      origin,
    },
  ]
}

const excerptRows = ({ quotes, parts }: DocumentSection): [part: string, quote: string][] => [
  ...quotes.map((quote): [string, string] => ['', quote]),
  ...parts.flatMap((part) => part.quotes.map((quote): [string, string] => [part.title, quote])),
]

/** `Integrationsmanager/-innen` → `integrationsmanager_innen` */
const nameOf = (head: string) =>
  head
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
