import { fillLines, fillSubject, type TemplateText } from '../templates/template-text.ts'
import type { Filling } from './gaps.ts'

/** A mail as it is sent. */
export interface MailText {
  subject: string
  body: string
}

/** Fills the gaps. Blank lines that then stand twice go. */
export function fillTemplate({ subject, lines }: TemplateText, filling: Filling): MailText {
  const body = fillLines(lines, filling)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return { subject: fillSubject(subject, filling), body }
}
