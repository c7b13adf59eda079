import { handOver, hidden, receiptIn, request, type Sender } from './hand-in.ts'

/** What was answered to somebody, and what was acknowledged with it. */
export interface Typist {
  /** Types once more: true where the answer says that it is stored. */
  save(): Promise<boolean>
  /** The receipt, where there is one. */
  submit(): Promise<string | undefined>
}

const section = 'anmerkungen'
const field = 'anmerkungen'

/**
 * Somebody who types into a form as its script sends it: a page once, then what was changed. After an answer that is none, or says
 * that somebody else has written, the page is opened again. `saved` learns each text that is said to be stored, `status` each answer.
 */
export function typistAt(
  sender: Sender,
  { saved, status = () => undefined }: { saved(text: string): void; status?(code: number): void },
): Typist {
  const { form } = sender
  const address = `${form}/abschnitt/${section}`
  let count = 0
  let page: { csrf: string; rev: string } | undefined
  const ask: typeof request = async (...args) => {
    const answer = await request(...args)
    status(answer.status)
    return answer
  }
  async function open() {
    const opened = await ask(sender, address)
    return opened.status === 200 ? { csrf: hidden(opened, '_csrf'), rev: hidden(opened, '_rev') } : undefined
  }
  return {
    async save() {
      const { csrf, rev } = page ?? (await open()) ?? { csrf: '', rev: '' }
      page = undefined
      if (csrf === '') return false
      count += 1
      const text = `Nr. ${count}`
      const fields = { _csrf: csrf, _rev: rev, _umfang: 'felder', [field]: text }
      const answer = await ask(sender, address, fields, 'application/json')
      if (answer.status !== 200) return false
      const { rev: now, conflicts } = JSON.parse(answer.text)
      if (conflicts.length > 0) return false
      page = { csrf, rev: String(now) }
      saved(text)
      return true
    },
    async submit() {
      const checked = await ask(sender, `${form}/pruefen`)
      if (checked.status !== 200) return undefined
      return receiptIn(await ask(sender, `${form}/pruefen`, handOver(checked)))
    },
  }
}
