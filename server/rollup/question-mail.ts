import { formatDate } from '../../surveys/reading/dates.ts'

interface Told {
  /** Where it goes, or ''. */
  address: string
  title: string
  year: number
  name: string
  figure: string
  text: string
  dueOn: string
  link: string
}

/** A mail about a question on a figure, for the program in which somebody writes mails. */
export function questionMail({ address, title, year, name, figure, text, dueOn, link }: Told): string {
  const subject = `${title} ${year}: Rückfrage zu „${figure}“`
  const body = [
    'Guten Tag,',
    `zu den Zahlen von ${name} für ${year} haben wir eine Rückfrage. Es geht um „${figure}“:`,
    text,
    `Bitte antworten Sie bis zum ${formatDate(dueOn)}, oder berichtigen Sie die Zahl und geben Sie neu frei: ${link}`,
    'Mit freundlichen Grüßen',
  ].join('\n\n')
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}
