import { bookOf } from '../../analysis/codebook/book.ts'
import type { Codebook } from '../../analysis/codebook/codebook.ts'
import { ddi } from '../../analysis/codebook/ddi/ddi.ts'
import { bookHtml } from '../../analysis/codebook/html.ts'

/** A form in which a codebook leaves. */
export interface CodebookFormat {
  name: string
  label: string
  ending: string
  mediaType: string
  write(codebook: Codebook): Promise<Uint8Array | string>
}

/** In the order in which they are offered. What takes long to load is loaded when it is written. */
export const codebookFormats: readonly CodebookFormat[] = [
  {
    name: 'json',
    label: 'json: für Programme',
    ending: '.json',
    mediaType: 'application/json; charset=utf-8',
    write: async (codebook) => `${JSON.stringify(codebook, null, 2)}\n`,
  },
  {
    name: 'ddi',
    label: 'ddi: DDI-Codebook 2.5 (XML), für Archive',
    ending: '.xml',
    mediaType: 'application/xml; charset=utf-8',
    write: async (codebook) => ddi(codebook),
  },
  {
    name: 'pdf',
    label: 'pdf: barrierefreies PDF zum Ablegen',
    ending: '.pdf',
    mediaType: 'application/pdf',
    async write(codebook) {
      const { typeset } = await import('../paper/typeset.ts')
      const { id, state, at } = codebook.study
      const words = `Datenstand ${state}${at === null ? '' : ` vom ${at.slice(0, 10)}`}`
      return typeset('codebook', { id, state: words, book: bookOf(codebook) })
    },
  },
  {
    name: 'html',
    label: 'html: eine Seite, die nichts nachlädt',
    ending: '.html',
    mediaType: 'text/html; charset=utf-8',
    write: async (codebook) => bookHtml(bookOf(codebook)),
  },
]
