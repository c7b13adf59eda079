import { isClean } from '../../surveys/reading/clean-text.ts'
import { formatNumber } from '../../surveys/reading/number.ts'
import { typeOf } from '../../surveys/types/index.ts'
import type { Form } from '../forms/form.ts'

/** What is typed in place of a text, as its field takes it; or why it does not. */
export function correctedText({ fields }: Form, name: string, typed: string): { text: string } | { fault: string } {
  const field = fields.get(name)
  if (field === undefined)
    return { fault: 'Dieses Feld gibt es im Fragebogen nicht; hier lässt sich nichts berichtigen.' }
  const { kept, longest, sends, read } = typeOf(field.type)
  if (!isClean(typed))
    return { fault: 'Der Text enthält unsichtbare Steuerzeichen. Bitte tippen Sie ihn, statt ihn einzufügen.' }
  const text = kept(typed)
  if (text.length > longest)
    return {
      fault: `Der Text ist zu lang: ${formatNumber(text.length)} Zeichen, möglich sind ${formatNumber(longest)}.`,
    }
  if (!sends(text, field.options ?? [])) return { fault: 'Diese Antwort bietet die Frage nicht an.' }
  const cell = read(text)
  if (cell.state === 'unreadable') return { fault: cell.message }
  if (cell.state === 'blank') return { fault: 'Bitte geben Sie den neuen Text ein. Ohne Text wäre es eine Löschung.' }
  return { text }
}
