import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { ResponseFilePage } from '../../../../views/page-data/response-file-page.ts'
import type { ResponseOutcome } from '../../../form-file/responses/import-responses.ts'
import { outcomeLines } from '../../../form-file/responses/outcome-lines.ts'
import { returnedFileHref, returnedFilePreviewHref, returnedFileUploadHref, waveHref } from './addresses.ts'

const mostProblems = 500
const mostRows = 200

/** What a file would do if its answers were submitted, and if they were only entered; or why it cannot be read at all. */
export type LookedResponses = { submitted: ResponseOutcome; entered: ResponseOutcome } | readonly string[]

interface Said {
  notice?: string
  error?: string
  preview?: { upload: { id: string; fileName: string }; looked: LookedResponses }
}

export function responseFilePage(wave: string, { notice = '', error = '', preview }: Said): ResponseFilePage {
  return {
    id: wave,
    waveHref: waveHref(wave),
    uploadHref: returnedFileUploadHref(wave),
    notice,
    error,
    preview: preview === undefined ? null : previewOf(wave, preview),
  }
}

export const responseFileBack = (wave: string, done: string) => `${returnedFileHref(wave)}?getan=${done}`

function previewOf(wave: string, { upload, looked }: NonNullable<Said['preview']>): ResponseFilePage['preview'] {
  const place = { href: returnedFilePreviewHref(wave, upload.id), file: upload.fileName }
  const nothing = { summary: '', rows: [], more: '', acts: [] }
  if (!('submitted' in looked)) return { ...place, ...nothing, problems: [...looked] }
  const { submitted, entered } = looked
  const told = submitted.problems.slice(0, mostProblems)
  const left = submitted.problems.length - told.length
  const problems = left > 0 ? [...told, `und ${formatNumber(left)} weitere`] : told
  const { state, rows } = submitted.state === 'preview' ? submitted : entered
  if (state !== 'preview') return { ...place, ...nothing, problems }
  const fresh = rows.filter(({ isSame }) => !isSame)
  const more = fresh.length - mostRows
  return {
    ...place,
    problems,
    summary: outcomeLines({ state, rows })
      .slice(0, rows.length - fresh.length > 0 ? 2 : 1)
      .join(' '),
    rows: fresh.slice(0, mostRows).map(({ unit, fields }) => [unit, formatNumber(fields)]),
    more: more > 0 ? `und ${formatNumber(more)} weitere` : '',
    acts: [
      ...(submitted.state === 'preview' ? [{ value: 'absenden', label: 'Einlesen und absenden' }] : []),
      { value: 'eintragen', label: 'Nur in die Fragebögen eintragen' },
    ],
  }
}
