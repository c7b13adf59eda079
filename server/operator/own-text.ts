import MarkdownIt from 'markdown-it'
import { isClean } from '../../surveys/reading/clean-text.ts'
import { unseen } from '../documents/unseen-faults.ts'

/** Headings, paragraphs, lists, links and emphasis. HTML is shown as it is typed; addresses that run something are no links. */
const markdown = new MarkdownIt({ html: false, linkify: false }).disable(['image', 'table'])

/** What an operator wrote, as HTML below the heading of our page; or what is wrong with it. */
export function renderOwnText(text: string): { html: string } | { problem: string } {
  const line = text.split('\n').findIndex((one) => !isClean(one))
  if (line >= 0) return { problem: `Zeile ${line + 1}: ${unseen}` }
  const tokens = markdown.parse(text, {})
  let last = 1
  for (const { type, tag, map } of tokens) {
    if (type !== 'heading_open') continue
    const level = Number(tag.slice(1))
    if (level === 1 || level > last + 1)
      return {
        problem:
          `Zeile ${(map?.[0] ?? 0) + 1}: Die Seite hat ihre Überschrift schon. Überschriften im Text beginnen mit ##, ` +
          'die darunter mit ###, ohne eine Stufe auszulassen.',
      }
    last = level
  }
  if (tokens.length === 0) return { problem: 'Der Text ist leer.' }
  return { html: markdown.renderer.render(tokens, markdown.options, {}) }
}
