import { actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { changeWaveState } from './wave-state.ts'

export const command = defineCommand({
  name: 'wave close',
  summary: 'Eine Welle schließen: Zugangscodes gelten nicht mehr',
  usage: 'WELLE [--als KONTO]',
  arguments: { min: 1, max: 1 },
  options: actingOption,
  run: ({ values, positionals: [wave = ''] }, io) => changeWaveState(io, wave, 'closed', values),
})
