import { defineCommand } from './command.ts'
import { changeWaveState } from './wave-state.ts'

export const command = defineCommand({
  name: 'wave close',
  summary: 'Eine Welle schließen: Zugangscodes gelten nicht mehr',
  usage: 'WELLE',
  arguments: { min: 1, max: 1 },
  options: {},
  run: ({ positionals: [wave = ''] }, io) => changeWaveState(io, wave, 'closed'),
})
