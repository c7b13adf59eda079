import { bookOf } from '../../../../analysis/codebook/book.ts'
import type { Codebook } from '../../../../analysis/codebook/codebook.ts'
import { whole } from '../../../../analysis/words.ts'
import type { BookResult } from '../../../../views/page-data/evaluation-pages.ts'
import { codebookFormats } from '../../../export/codebook-formats.ts'

/** A codebook to be read, with the addresses that give it again later: as this page, and as files. */
export function bookResult(codebook: Codebook, pageHref: string, fileHref: string, query = {}): BookResult {
  const { state } = codebook.study
  const ofState = (href: string, rest: Record<string, string> = {}) =>
    `${href}?${new URLSearchParams({ ...query, stand: String(state), ...rest })}`
  return {
    book: bookOf(codebook),
    state: whole(state),
    permanentHref: ofState(pageHref),
    files: codebookFormats.map(({ name, label }) => ({ href: ofState(fileHref, { format: name }), label })),
  }
}
