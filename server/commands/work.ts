import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'work',
  summary: 'Rechnen, was andere angefordert haben: Auswertungen, Exporte, PDF',
  usage: '[--nur-formulare]',
  details: [
    '„serve“ startet solche Prozesse selbst (STICHTAG_WORKERS, sonst 2). Auf weiteren Rechnern mit derselben DATABASE_URL und demselben',
    'STICHTAG_SECRET dürfen beliebig viele laufen; mit STICHTAG_WORKERS=0 rechnen nur sie. Sie laufen mit niedrigerer Priorität.',
    'Strg+C beendet ordentlich; was gerade gerechnet wird, rechnet ein anderer Prozess.',
  ],
  options: {
    'nur-formulare': { type: 'boolean', help: 'nur PDF für die, die Formulare ausfüllen' },
  },
  async run({ values }, io) {
    const [{ work }, { ranks }] = await Promise.all([import('../boot/work.ts'), import('../store/computations.ts')])
    await work(io, values['nur-formulare'] ? ranks.form : ranks.staff)
  },
})
