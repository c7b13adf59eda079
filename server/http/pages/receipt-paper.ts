import { renderSVG } from 'uqr'
import type { ReceiptPage } from '../../../views/page-data/form-pages.ts'
import type { ReceiptPaper } from '../../../views/page-data/papers.ts'

/** The receipt to be filed: it says what was handed in and nothing that could change afterwards. */
export function receiptPaper(page: ReceiptPage, address: string): ReceiptPaper {
  const { saveHref, earlier, open, over, amended, burden, ...lasting } = page
  return { ...lasting, address, qr: renderSVG(address, { border: 0, ecc: 'M' }) }
}
