import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'serve',
  summary: 'Die Seiten anbieten',
  usage: '',
  details: [
    'Liest HOST, PORT, DATABASE_URL, DATABASE_READ_URL, STICHTAG_DATA, STICHTAG_SECRET, PUBLIC_URL, TRUST_PROXY, LOG_LEVEL,',
    'STICHTAG_OPERATOR, STICHTAG_BACKUP_NIGHTLY, STICHTAG_BACKUP_PASSPHRASE, CONTACT_NAME, CONTACT_PHONE und CONTACT_MAIL. Ohne DATABASE_URL',
    'startet die eigene Datenbank in STICHTAG_DATA (sonst .data) und wird jede Nacht gesichert; ist sie neu, kommen Beispieldaten hinein.',
    'Strg+C beendet ordentlich.',
  ],
  options: {},
  async run(_given, io) {
    const { serve } = await import('../boot/serve.ts')
    await serve(io)
  },
})
