import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readDay } from '../../../../surveys/reading/typed-date.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { type AddressField, addressFaults, addressFieldNames, isNumberOfPerson } from '../../../registry/address.ts'
import { changeCarrier } from '../../../registry/change-carrier.ts'
import { readUnit } from '../../../registry/read-unit.ts'
import { endAddresses, keepAddresses } from '../../../store/addresses.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { fieldOf } from '../../pages/intern/address-section.ts'
import { carrierHref, registerUnitHref, unitAddressHref } from '../../pages/intern/addresses.ts'
import { registerUnitPage, type UnitInput, unitTitle } from '../../pages/intern/register-unit-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const right = { config: { right: 'register.manage' } } as const
const text = z.string().trim().max(1000)
const addressForm = z.strictObject({
  _csrf: z.string(),
  aktion: z.enum(['speichern', 'entfernen']),
  ...({
    empfaenger: text,
    person: text,
    strasse: text,
    plz: text,
    ort: text,
    mail: text,
    telefon: text,
  } satisfies Record<(typeof fieldOf)[AddressField], typeof text>),
})
const carrierForm = z.strictObject({ _csrf: z.string(), an: z.string().max(10), ab: z.string().max(40) })
const notices = {
  anschrift: 'Die Anschrift ist gespeichert.',
  entfernt: 'Die Anschrift gilt nicht mehr.',
  zustaendigkeit:
    'Die Zuständigkeit ist geändert. Unter „Erneuern und Anschriften einlesen“ lässt sie sich zurücknehmen.',
} as const
const done = z.object({
  geaendert: z
    .enum(Object.keys(notices) as [keyof typeof notices])
    .optional()
    .catch(undefined),
})

interface One {
  Params: { unit: string }
}

/** A unit of the register with its past, its waves, whoever is responsible, and its address, which is changed here. */
export function addRegisterUnitRoutes(app: FastifyInstance, { db }: RouteContext, show: ShowPage): void {
  async function showUnit(request: FastifyRequest<One>, reply: FastifyReply, input: UnitInput) {
    const unit = await readUnit(db, request.params.unit)
    const title = unitTitle(unit)
    if (title === undefined) return reply.problem('notFound')
    return show(request, reply, 'intern/register-unit', title, registerUnitPage(unit, title, input))
  }

  app.get<One>(registerUnitHref(':unit'), right, (request, reply) => {
    const { geaendert } = done.parse(request.query)
    return showUnit(request, reply, geaendert === undefined ? {} : { notice: notices[geaendert] })
  })

  app.post<One>(unitAddressHref(':unit'), right, async (request, reply) => {
    const typed = addressForm.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { unit } = request.params
    const { accountId } = request.staff
    const known = await readUnit(db, unit)
    if (unitTitle(known) === undefined || known.kreis.length > 0) return reply.problem('notFound')
    const isEnd = typed.data.aktion === 'entfernen'
    const address = {
      recipient: typed.data.empfaenger,
      person: typed.data.person,
      street: typed.data.strasse,
      postcode: typed.data.plz,
      place: typed.data.ort,
      mail: typed.data.mail,
      phone: typed.data.telefon,
    }
    const errors = isEnd ? [] : addressFaults(address).map(([field, message]) => ({ field: fieldOf[field], message }))
    if (errors.length > 0) return showUnit(request, reply.code(400), { address: { typed: address, errors } })
    const now = known.addresses.find(({ until }) => until === null)
    if (isEnd || now === undefined || addressFieldNames.some((field) => now[field] !== address[field]))
      await db.transaction().execute(async (trx) => {
        if (isEnd) await endAddresses(trx, [unit])
        else await keepAddresses(trx, [{ unit, ...address }], { source: 'office', accountId })
        // The number of a person stands in no entry of the log.
        const detail = isNumberOfPerson(unit) ? {} : { unit }
        await noteStaff(trx, { action: 'address_changed', accountId, detail })
      })
    return reply.redirect(`${registerUnitHref(unit)}?geaendert=${isEnd ? 'entfernt' : 'anschrift'}`, 303)
  })

  app.post<One>(carrierHref(':unit'), right, async (request, reply) => {
    const typed = carrierForm.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { an: to, ab } = typed.data
    const { unit } = request.params
    const read = readDay(ab)
    const refused = (errors: { an?: string; ab?: string }) =>
      showUnit(request, reply.code(400), { carrier: { to, from: ab, errors: { an: '', ab: '', ...errors } } })
    const an = to === '' ? { an: 'Bitte wählen Sie, wer zuständig wird.' } : {}
    if (read.state !== 'given')
      return refused({ ...an, ab: 'Bitte geben Sie den ersten Tag an, zum Beispiel 01.01.2026.' })
    if (to === '') return refused(an)
    const result = await changeCarrier(db, { gkz: unit, to, from: read.value, accountId: request.staff.accountId })
    if ('field' in result) return refused({ [result.field]: result.message })
    return reply.redirect(`${registerUnitHref(unit)}?geaendert=zustaendigkeit`, 303)
  })
}
