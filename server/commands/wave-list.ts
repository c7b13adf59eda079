import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

const states = { created: 'angelegt', open: 'offen', closed: 'geschlossen' }

export const command = defineCommand({
  name: 'wave list',
  summary: 'Wellen auflisten, mit Frist und Rücklauf',
  usage: '[--json]',
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' } },
  async run({ values }, io) {
    const { listWaves } = await import('../store/waves.ts')
    await withContext(io, {}, async ({ db }) => {
      const waves = await listWaves(db)
      if (values.json) return io.json(waves)
      if (waves.length === 0)
        return io.print('Es gibt noch keine Welle. „stichtag wave create FRAGEBOGEN“ legt eine an.')
      for (const {
        id,
        survey,
        survey_version,
        state,
        stichtag,
        frist,
        participants,
        submitted,
        synthetic,
        test,
      } of waves) {
        const dates = `${stichtag === null ? '' : `Stichtag ${stichtag}, `}Frist ${frist}`
        io.print(
          `${id}: ${survey} ${survey_version}, ${states[state]}, ${dates}, ${submitted} von ${participants} abgesendet${synthetic ? ', synthetisch' : ''}${test ? ', PROBELAUF' : ''}`,
        )
      }
    })
  },
})
