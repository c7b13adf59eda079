import { createCanvas } from '@napi-rs/canvas'
import jsQR from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Db } from '../../server/database/database.ts'

const millimetre = 72 / 25.4

interface Word {
  text: string
  /** Of its base line, from the upper left corner of the sheet, in millimetres. */
  x: number
  y: number
}

/** The pages of letters as somebody else's reader sees them: words with their places, and what a QR code says in the picture. */
export async function readLetters(bytes: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const pdf = await task.promise
  const pages: { text: string; words: Word[]; qr: string | undefined }[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const [, , , height = 0] = page.view
    const { items } = await page.getTextContent()
    const words = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [, , , , x = 0, y = 0] = item.transform
      return { text: item.str, x: x / millimetre, y: (height - y) / millimetre }
    })
    const viewport = page.getViewport({ scale: 2 })
    const canvas = createCanvas(viewport.width, viewport.height)
    const context = canvas.getContext('2d')
    const canvasContext = context as unknown as CanvasRenderingContext2D
    await page.render({ canvas: null, canvasContext, viewport }).promise
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    const qr = jsQR.default(new Uint8ClampedArray(data), canvas.width, canvas.height)?.data
    pages.push({ text: words.map(({ text }) => text).join(' '), words, qr })
  }
  await task.destroy()
  return pages
}

/** Addresses that hold now. */
export async function addAddresses(
  db: Db,
  lines: readonly [unit: string, recipient: string, postcode: string, place: string][],
) {
  const rows = lines.map(([unit, recipient, postcode, place]) => ({
    unit,
    recipient,
    person: unit === '117026' ? 'Frau Özlem Weiß' : '',
    street: 'Große Straße 1',
    postcode,
    place,
    source: 'file' as const,
  }))
  await db.insertInto('contact.address').values(rows).execute()
}
