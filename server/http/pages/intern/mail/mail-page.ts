import { formatNumber } from '../../../../../surveys/reading/number.ts'
import type { MailPage } from '../../../../../views/page-data/mail-pages.ts'
import type { MailSettings } from '../../../../mail/settings.ts'
import { templateOf, templates } from '../../../../mail/templates.ts'
import type { DispatchState, ListedMail } from '../../../../store/dispatches.ts'
import type { ListedJob } from '../../../../store/jobs.ts'
import { decideMailHref, demoMailboxHref, mailHref, mailTemplateHref, outboxHref, waveHref } from '../addresses.ts'
import { jobEntry } from './job-entry.ts'
import { mailEntry, mailStates } from './mail-entry.ts'
import { planForm } from './plan-form.ts'
import { settingsFacts } from './settings-facts.ts'

interface Known {
  settings: MailSettings
  waves: ReadonlyMap<string, string>
  /** The wave whose mails alone are wanted, or ''. */
  wave: string
  jobs: readonly ListedJob[]
  doubtful: readonly ListedMail[]
  counts: Partial<Record<DispatchState, number>>
  /** What speaks against templates. */
  problems: readonly string[]
  isDemo: boolean
  mayManage: boolean
  notice: string
  test?: Partial<MailPage['test']>
  returned?: string
}

/** What went out, what will, and what is in doubt. */
export function mailPage(known: Known): MailPage {
  const { settings, counts, isDemo, wave, waves } = known
  const ofWave = wave === '' ? '' : `&welle=${encodeURIComponent(wave)}`
  const byFile =
    settings.smtp === undefined && !isDemo
      ? [
          'E-Mails gehen zurzeit nicht hinaus: Es ist kein Mailserver angegeben (SMTP_URL). Sie werden als Dateien abgelegt.',
        ]
      : []
  const states = Object.entries(mailStates) as [DispatchState, (typeof mailStates)[DispatchState]][]
  return {
    notice: known.notice,
    wave: wave === '' ? null : { id: wave, title: waves.get(wave) ?? wave, href: waveHref(wave), allHref: mailHref },
    warnings: [...byFile, ...known.problems],
    mailboxHref: isDemo ? demoMailboxHref : '',
    doubtful: known.doubtful.map((mail) => ({
      ...mailEntry(mail),
      decideHref: decideMailHref(mail.id),
      again: templateOf(mail.template)?.carriesCode === true ? 'Neuen Zugangscode senden' : 'Noch einmal senden',
    })),
    jobs: known.jobs.map(jobEntry),
    states: states.flatMap(([state, { label }]) => {
      const count = counts[state] ?? 0
      return count === 0 ? [] : [{ label, count: formatNumber(count), href: `${outboxHref}?stand=${state}${ofWave}` }]
    }),
    templates: templates.map(({ name, title, to, once }) => ({ title, to, once, href: mailTemplateHref(name) })),
    plan: planForm(waves, { wave }),
    settings: settingsFacts(settings),
    test: { address: '', error: '', outcome: '', ...known.test },
    returned: { error: known.returned ?? '' },
    mayManage: known.mayManage,
  }
}
