import type { ColumnType, DescribedColumn } from '../../surveys/codebook/described-column.ts'
import type { Study } from './codebook.ts'
import { croissantContext } from './croissant-context.ts'
import { access, isSynthetic, studyFacts } from './study-words.ts'

/** A file that lies beside the description. */
export interface DescribedFile {
  /** With its ending. */
  name: string
  label: string
  mediaType: string
  bytes: number
  sha256: string
  columns: readonly DescribedColumn[]
  /** How a program gets a column out of it; nothing of a format that Croissant does not know. */
  read?: 'column' | 'jsonPath'
}

/** Data that were exported, as Croissant 1.1: JSON-LD by which catalogues and programs find files and columns. */
export function croissant(study: Study, files: readonly DescribedFile[], address: string): string {
  const { id, title, producer, waves, state, at } = study
  const day = at?.slice(0, 10) ?? waves[0]?.frist
  const described = {
    '@context': croissantContext,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    name: id,
    alternateName: title,
    description: studyFacts(study)
      .map(({ label, value }) => `${label}: ${value}.`)
      .join(' '),
    url: address,
    license: { '@type': 'CreativeWork', name: access },
    creator: { '@type': 'Organization', name: producer || 'nicht angegeben' },
    ...(day !== undefined && { datePublished: day }),
    version: `${waves[0]?.version ?? '0.0.0'}+stand.${state}`,
    inLanguage: 'de',
    isLiveDataset: false,
    keywords: [...new Set([...waves.map(({ survey }) => survey), ...(isSynthetic(study) ? ['synthetisch'] : [])])],
    ...temporal(study),
    distribution: files.map(({ name, label, mediaType, bytes, sha256 }) => ({
      '@type': 'cr:FileObject',
      '@id': name,
      name,
      description: label,
      contentUrl: name,
      contentSize: `${bytes} B`,
      encodingFormat: mediaType.split(';')[0],
      sha256,
    })),
    recordSet: files.flatMap((file) => (file.read === undefined ? [] : [recordSet(file, file.read)])),
  }
  return `${JSON.stringify(described, null, 2)}\n`
}

function temporal({ waves }: Study) {
  const days = waves.flatMap(({ stichtag }) => stichtag ?? []).sort()
  return days.length === 0 ? {} : { temporalCoverage: [...new Set([days[0], days.at(-1)])].join('/') }
}

function recordSet({ name: file, label, columns }: DescribedFile, read: 'column' | 'jsonPath') {
  const id = file.replace(/\.[^.]*$/, '')
  return {
    '@type': 'cr:RecordSet',
    '@id': id,
    name: id,
    description: label,
    field: columns.map((column) => ({
      '@type': 'cr:Field',
      '@id': `${id}/${column.name}`,
      name: column.name,
      description: wordsOf(column),
      dataType: dataTypes[column.type],
      source: {
        fileObject: { '@id': file },
        extract: read === 'column' ? { column: column.name } : { jsonPath: `$.${column.name}` },
      },
    })),
  }
}

const dataTypes: Readonly<Record<ColumnType, string>> = {
  integer: 'sc:Integer',
  decimal: 'sc:Float',
  code: 'sc:Text',
  text: 'sc:Text',
  time: 'sc:DateTime',
  day: 'sc:Date',
  month: 'sc:Text',
}

/** A label with what the numbers are and what codes mean. */
function wordsOf({ label, unit, values = [] }: DescribedColumn): string {
  const meanings = values.map(({ code, label: said }) => `${code} = ${said}`).join('; ')
  return [`${label}${unit ? ` (${unit})` : ''}`, ...(meanings === '' ? [] : [meanings])].join('. ')
}
