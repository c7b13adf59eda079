import { z } from 'zod'
import { formatNumber } from '../../surveys/reading/number.ts'
import { whoGetsOne } from '../letters/letters-file.ts'
import type { Receiver } from '../letters/receiver.ts'
import { letterTemplates } from '../letters/templates.ts'
import { addIssue, type IssueForm } from '../store/letter-issues.ts'
import { listReceivers } from '../store/letter-receivers.ts'
import type { About, Act } from './act.ts'

const shape = z.object({
  letter: z.enum(['einladung', 'zugangscode']),
  form: z.enum(['pdf', 'csv']),
  /** Numbers of participants. */
  participants: z.array(z.number()),
})

/** How many codes that work now would end with letters for these. */
export const codesThatEnd = (form: IssueForm, receivers: readonly Receiver[]): number =>
  whoGetsOne(form, receivers).filter(({ hasCode }) => hasCode).length

/** Those who would get a letter, as far as the account that asks for it works for them. */
async function receiversOf({ db, wave, asked, by }: About) {
  const { participants, ...wanted } = shape.parse(asked)
  const meant = new Set(participants)
  const all = await listReceivers(db, { wave: wave.id, accountId: by })
  return { ...wanted, meant, receivers: all.filter(({ id }) => meant.has(id)) }
}

/** Makes letters with new codes also for those who have one that works: with the word that they are there, the former ones end. */
export const lettersAnewAct: Act = {
  label: 'Zugangscodes ersetzen',
  async reachesMany(about) {
    const { form, receivers } = await receiversOf(about)
    return codesThatEnd(form, receivers) > about.config.twoAccountsAbove
  },
  async faults(about) {
    const { meant, receivers } = await receiversOf(about)
    return receivers.length < meant.size ? ['Einige davon nehmen nicht (mehr) an dieser Erhebung teil.'] : []
  },
  async preview(about) {
    const { form, letter, receivers } = await receiversOf(about)
    return [
      { label: 'Was', value: `${letterTemplates[letter].title}${form === 'csv' ? ', als Liste' : ''}` },
      { label: 'Schreiben', value: formatNumber(whoGetsOne(form, receivers).length) },
      {
        label: 'Was endet',
        value: `${formatNumber(codesThatEnd(form, receivers))} Zugangscodes, die jetzt gelten, samt offenen Sitzungen, sobald die Datei bestätigt ist`,
      },
    ]
  },
  async run({ db, wave, asked, by: accountId }) {
    const issue = await addIssue(db, { wave: wave.id, ...shape.parse(asked), accountId })
    return `Ausgabe ${issue} von ${wave.id} ist angelegt. Herunterzuladen ist sie bei den Einladungen.`
  },
}
