import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { Extended } from '../../../waves/extend-for.ts'

/** What of an extension's mail goes into the address of the page that follows. */
export function toldQuery(told: string, { mails, waits }: Extended): string {
  return told === 'keiner' ? '' : `&mails=${mails}${waits ? '&warten=ja' : ''}`
}

/** The same in a sentence, after that of the extension. */
export function toldNotice({ mails, warten }: Record<string, unknown>): string {
  if (typeof mails !== 'string' || !/^\d{1,6}$/.test(mails)) return ''
  if (mails === '0') return ' Eine E-Mail geht nicht hinaus: niemand davon wird noch erwartet und hat eine Adresse.'
  const many = mails === '1' ? 'Eine E-Mail darüber' : `${formatNumber(Number(mails))} E-Mails darüber`
  const [goes, wait] = mails === '1' ? ['geht', 'wartet'] : ['gehen', 'warten']
  return warten === 'ja' ? ` ${many} ${wait} auf ein zweites Konto.` : ` ${many} ${goes} jetzt hinaus.`
}

/** Whether an extension is told by mail. */
export const toldChoices = (chosen: string) => [
  { value: 'mail', label: 'per E-Mail, wer noch erwartet wird', selected: chosen !== 'keiner' },
  { value: 'keiner', label: 'keine E-Mail', selected: chosen === 'keiner' },
]
