import type { AppContext } from '../boot/context.ts'
import { thanksDue } from '../store/thanks-due.ts'
import { queueMailing } from './queue.ts'

/** Plans the thanks for what was submitted. What is planned already for the same receipts is the same. */
export async function thankForReceipts({ db, config }: Pick<AppContext, 'db' | 'config'>): Promise<void> {
  for (const { wave, participants, newest } of await thanksDue(db))
    await queueMailing(db, config.mail, { wave, template: 'dank', only: participants, mark: `dank ${wave} ${newest}` })
}
