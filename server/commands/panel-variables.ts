import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'panel variables',
  summary: 'Zeigen, was sich zwischen Wellen vergleichen lässt',
  usage: 'WELLE … [--json]',
  details: ['Gefragte und abgeleitete Variablen, mit Formel, Bezugsgröße und Vergleichbarkeit.'],
  arguments: { min: 1, max: 10 },
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' } },
  async run({ values, positionals }, io) {
    const [{ listed, listVariables }, { openWaves }, { Forms }] = await Promise.all([
      import('../../analysis/panel/list-variables.ts'),
      import('../evaluation/open-waves.ts'),
      import('../forms/form.ts'),
    ])
    await withContext(io, {}, async ({ db }) => {
      const { rules, continues, surveys } = await openWaves(db, new Forms(), positionals)
      const variables = listVariables(surveys, rules.declared, continues).map((one) => listed(one, surveys, continues))
      if (values.json) return io.json(variables)
      for (const { name, label, formula, base, asked, steps } of variables) {
        io.print(`${name.padEnd(32)} ${label}`)
        if (formula !== name) io.print(`${' '.repeat(33)}${formula}${base === '' ? '' : ` (${base})`}`)
        const comparable = steps.map(({ comparability }) => comparability.label)
        const where = asked.map(({ wave, numbers }) => `${wave} ${numbers.join(', ')}`).join(' · ')
        io.print(`${' '.repeat(33)}${[where, ...new Set(comparable)].join(' · ')}`)
      }
    })
  },
})
