import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { longestPassword } from '../../../domain/password.ts'
import { isRole, needsScope, type Role, roles, takesScope } from '../../../domain/rights.ts'
import { type Refusal, refusal } from '../../../errors/refusal.ts'
import { readScope, scopeHint, typedScope } from '../../../field/read-scope.ts'
import { scopeWords } from '../../../field/scope-words.ts'
import { forgetAccount } from '../../../persons/forget-account.ts'
import { confirmPassword } from '../../../staff/confirm-password.ts'
import { accountNameFault, createAccount, startAnew } from '../../../staff/manage-accounts.ts'
import { scopeOf, setScope } from '../../../store/scopes.ts'
import { disableAccount, listAccounts } from '../../../store/staff-accounts.ts'
import { accountEntry, accountFacts, mayForget } from '../../pages/intern/accounts-page.ts'
import { accountsHref } from '../../pages/intern/addresses.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { refuseWith } from './sign-in.ts'

const right = { config: { right: 'account.manage' } } as const
const ownPassword = z.string().max(longestPassword)
const newAccount = z.strictObject({
  _csrf: z.string(),
  name: z.string().max(100),
  rolle: z.string().max(40).default(''),
  zustaendig: z.string().max(5000).default(''),
  bisher: ownPassword,
})
const change = z.strictObject({
  _csrf: z.string(),
  aktion: z.enum(['zuruecksetzen', 'sperren', 'namen-loeschen', 'zustaendigkeit']),
  zustaendig: z.string().max(5000).default(''),
  bisher: ownPassword,
})

interface One {
  Params: { name: string }
}

/** The accounts of others: listed, added, reset and disabled, each time with the password of whoever does it. */
export function addAccountsRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db } = context

  interface Said {
    name: string
    role: string
    scope: string
    errors: { field: 'name' | 'rolle' | 'zustaendig' | 'bisher'; message: string }[]
  }

  /** Reads for whom an account of a role is to work. */
  const readScopeOf = async (role: Role, typed: string) => {
    const read = await readScope(db, typed)
    const isVain = read.parts.length > 0 && !takesScope(role)
    if (read.fault === '' && read.parts.length === 0 && needsScope(role))
      return { parts: [], fault: 'Diese Rolle braucht mindestens einen Kreis, zum Beispiel 117.' }
    return isVain ? { parts: [], fault: 'Diese Rolle hat kein Recht, das sich begrenzen lässt.' } : read
  }

  async function showAccounts(request: FastifyRequest, reply: FastifyReply, said: Said) {
    const accounts = (await listAccounts(db)).map(accountEntry)
    const choice = Object.entries(roles).map(([code, label]) => ({ code, label }))
    return show(request, reply, 'intern/accounts', 'Konten', { accounts, roles: choice, scopeHint, ...said })
  }

  app.get(accountsHref, right, (request, reply) =>
    showAccounts(request, reply, { name: '', role: '', scope: '', errors: [] }),
  )

  app.post(accountsHref, right, async (request, reply) => {
    const typed = newAccount.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { rolle: role, zustaendig: scope, bisher } = typed.data
    const name = typed.data.name.trim()
    const refuse = (field: Said['errors'][number]['field'], why: Refusal) =>
      showAccounts(request, reply, { name, role, scope, errors: [{ field, message: refuseWith(reply, why) }] })

    const fault = name === '' ? 'Bitte geben Sie einen Anmeldenamen ein.' : accountNameFault(name)
    if (fault !== '') return refuse('name', refusal(fault))
    if (!isRole(role)) return refuse('rolle', refusal('Bitte wählen Sie eine Rolle.'))
    const { parts, fault: scopeFault } = await readScopeOf(role, scope)
    if (scopeFault !== '') return refuse('zustaendig', refusal(scopeFault))
    const { refused } = await confirmPassword(context, request.staff.accountId, bisher)
    if (refused !== undefined) return refuse('bisher', refused)
    const password = await createAccount(context, { name, role, scope: parts, by: request.staff.accountId })
    if (password === undefined) return refuse('name', refusal(`Ein Konto „${name}“ gibt es schon.`))
    return show(request, reply, 'intern/first-password', 'Erstes Kennwort', { name, role: roles[role], password })
  })

  async function showAccount(
    request: FastifyRequest<One>,
    reply: FastifyReply,
    said: { notice: string; error: string; scope?: string; scopeError?: string },
  ) {
    const account = (await listAccounts(db)).find(({ name }) => name === request.params.name)
    if (account === undefined) return reply.problem('notFound')
    const own = account.name === request.staff.name
    const parts = await scopeOf(db, account.id)
    const scope = {
      hint: scopeHint,
      words: scopeWords(parts, await context.register()),
      typed: said.scope ?? typedScope(parts),
      error: said.scopeError ?? '',
    }
    const page = {
      ...said,
      ...accountEntry(account),
      facts: accountFacts(account),
      own,
      mayForget: mayForget(account),
      scope: takesScope(account.role) ? scope : undefined,
    }
    return show(request, reply, 'intern/account-of', `Konto ${account.name}`, page)
  }

  app.get<One>(`${accountsHref}/:name`, right, (request, reply) =>
    showAccount(request, reply, { notice: '', error: '' }),
  )

  app.post<One>(`${accountsHref}/:name`, right, async (request, reply) => {
    const typed = change.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { name } = request.params
    const { accountId: by, name: own } = request.staff
    const account = (await listAccounts(db)).find((one) => one.name === name)
    if (account === undefined || name === own) return reply.problem('notFound')
    const { refused } = await confirmPassword(context, by, typed.data.bisher)
    if (refused !== undefined) return showAccount(request, reply, { notice: '', error: refuseWith(reply, refused) })
    if (typed.data.aktion === 'zustaendigkeit') {
      const { zustaendig } = typed.data
      const { parts, fault: scopeError } = await readScopeOf(account.role, zustaendig)
      if (scopeError !== '')
        return showAccount(request, reply.code(400), { notice: '', error: '', scope: zustaendig, scopeError })
      await setScope(db, { account: account.id, parts, by })
      return showAccount(request, reply, { notice: 'Die Zuständigkeit ist geändert. Sie gilt sofort.', error: '' })
    }
    if (typed.data.aktion === 'namen-loeschen') {
      const forgotten = await forgetAccount(context, { name, by })
      if (forgotten === undefined) return reply.problem('notFound')
      return reply.redirect(`${accountsHref}/${forgotten}`, 303)
    }
    if (typed.data.aktion === 'sperren') {
      await disableAccount(db, { name, by })
      return showAccount(request, reply, { notice: 'Das Konto ist gesperrt, seine Sitzungen sind beendet.', error: '' })
    }
    const password = (await startAnew(context, { name, by })) ?? ''
    const page = { name, role: roles[account.role], password }
    return show(request, reply, 'intern/first-password', 'Erstes Kennwort', page)
  })
}
