import { createCanvas } from '@napi-rs/canvas'
import jsQR from 'jsqr'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface Node {
  role?: string
  alt?: string
  lang?: string
  children?: Node[]
}

const open = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })

/** What a reader that knows nothing of ours finds in a PDF. */
export async function readPdf(bytes: Uint8Array) {
  const task = open(bytes)
  const pdf = await task.promise
  const { info, metadata } = await pdf.getMetadata()
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => readPage(pdf, index + 1)))
  const nodes = pages.flatMap(({ nodes }) => nodes)
  const read = {
    pages: pages.map(({ text }) => text),
    text: pages.map(({ text }) => text).join(' '),
    title: (info as { Title?: string }).Title,
    created: (info as { CreationDate?: string }).CreationDate,
    language: (info as { Language?: string }).Language,
    tagged: (await pdf.getMarkInfo())?.Marked === true,
    /** `1` for PDF/UA-1. */
    accessible: metadata?.get('pdfuaid:part') ?? null,
    roles: nodes.flatMap(({ role }) => role ?? []),
    alternatives: nodes.flatMap(({ alt }) => alt ?? []),
    outline: headings((await pdf.getOutline()) ?? []),
    /** Words that do not lie on their page. */
    outside: pages.flatMap(({ outside }) => outside),
  }
  await task.destroy()
  return read
}

interface Heading {
  title: string
  items: Heading[]
}

const headings = (items: Heading[]): string[] => items.flatMap(({ title, items }) => [title, ...headings(items)])

async function readPage(pdf: PDFDocumentProxy, number: number) {
  const page = await pdf.getPage(number)
  const [, , width = 0, height = 0] = page.view
  const { items } = await page.getTextContent()
  const words = items.flatMap((item) => ('str' in item ? item : []))
  const text = words.map(({ str, hasEOL }) => str + (hasEOL ? ' ' : '')).join('')
  const outside = words.flatMap(({ str, width: long, transform: [, , , , x, y] }) =>
    x < 0 || x + long > width || y < 0 || y > height ? str : [],
  )
  return {
    outside,
    text: text.replace(/\s+/g, ' '),
    nodes: allOf((await page.getStructTree()) as Node),
  }
}

const allOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(allOf)]

/** What the QR code on the first page says, read from its picture. */
export async function readQr(bytes: Uint8Array): Promise<string | undefined> {
  const task = open(bytes)
  const page = await (await task.promise).getPage(1)
  const viewport = page.getViewport({ scale: 2 })
  const canvas = createCanvas(viewport.width, viewport.height)
  const context = canvas.getContext('2d')
  await page.render({ canvas: null, canvasContext: context as unknown as CanvasRenderingContext2D, viewport }).promise
  await task.destroy()
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  return jsQR.default(new Uint8ClampedArray(data), canvas.width, canvas.height)?.data
}
