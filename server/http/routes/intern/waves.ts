import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import { oneAddress } from '../../../boot/proxy-advice.ts'
import { berlinDay } from '../../../domain/german-time.ts'
import { type Holder, mayUse } from '../../../domain/rights.ts'
import { waveOfWay } from '../../../rollup/wave-of-way.ts'
import { placesOf } from '../../../staff/navigation.ts'
import { lastBackups } from '../../../store/backups.ts'
import { countLateUnits } from '../../../store/late-input.ts'
import { listResponses, responsesByDay, responsesByKreis } from '../../../store/responses.ts'
import { readToDo } from '../../../store/to-do.ts'
import { homeHref, waveHref } from '../../pages/intern/addresses.ts'
import { backupWords } from '../../pages/intern/backup-words.ts'
import { arrivals, daysLeft, waiting } from '../../pages/intern/to-do.ts'
import { waveEntry, wavePage } from '../../pages/intern/wave-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const right = { config: { right: 'wave.read' } } as const

/** Where staff begin: the waves, and what came in. */
export function addWaveRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, forms } = context

  app.get(homeHref, right, async (request, reply) => {
    const { staff } = request
    const [responses, backups, todo] = await Promise.all([listResponses(db), lastBackups(db), readToDo(db, staff)])
    const today = berlinDay(new Date())
    const running = responses.filter(({ state, running: runs }) => state === 'open' && runs)
    const others = responses.filter((wave) => !running.includes(wave))
    const waves = [...running, ...others].map(async (wave) =>
      waveEntry(wave, (await forms.get(wave)).instrument, seesAll(staff)),
    )
    return show(request, reply, 'intern/home', 'Übersicht', {
      waves: await Promise.all(waves),
      left: Object.fromEntries(running.map(({ id, frist }) => [id, daysLeft(frist, today)])),
      waiting: waiting(todo, staff),
      arrivals: arrivals(todo, staff),
      places: placesOf(staff),
      warnings: [...(context.isOneAddress() ? [oneAddress] : []), ...notDurable(context.settingsOff())],
      backup: backupWords(backups, { nightly: context.config.nightlyBackup }),
    })
  })

  app.get<{ Params: { wave: string } }>(waveHref(':wave'), right, async (request, reply) => {
    const id = request.params.wave
    const [wave] = await listResponses(db, id)
    if (wave === undefined) return reply.problem('notFound')
    const { staff } = request
    const maySee = mayUse(staff, 'answers.export')
    const [{ instrument }, register, days, kreise, late] = await Promise.all([
      forms.get(wave),
      context.register(),
      responsesByDay(db, id),
      responsesByKreis(db, id),
      maySee ? countLateUnits(db, id, staff.accountId) : 0,
    ])
    const rollUpWave = mayUse(staff, 'figures.read') ? await waveOfWay(db, wave) : undefined
    const parts = { days, kreise, late, seesAll: seesAll(staff), rollUpWave }
    const page = wavePage(wave, instrument, parts, register)
    return show(request, reply, 'intern/wave', `Überblick ${id}`, page)
  })
}

/** Who works with every participant is told small numbers too. */
const seesAll = (staff: Holder) => mayUse(staff, 'field.read') && !staff.isScoped

const notDurable = (off: readonly string[]): string[] =>
  off.map(
    (name) =>
      `Zurzeit wird keine Antwort angenommen: Die Datenbank läuft mit ${name} = off, und ein Stromausfall nähme mit, was gespeichert ist. ` +
      'Bitte geben Sie das sofort an die Stelle weiter, die den Server betreibt.',
  )
