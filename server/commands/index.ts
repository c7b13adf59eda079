import type { Command } from './command.ts'

/** Every command, loaded when it is called: a start takes what that one command needs. */
export const commands: Record<string, () => Promise<{ command: Command }>> = {
  serve: () => import('./serve.ts'),
  migrate: () => import('./migrate.ts'),
  demo: () => import('./demo.ts'),
  'registry import': () => import('./registry-import.ts'),
  'survey check': () => import('./survey-check.ts'),
  'survey list': () => import('./survey-list.ts'),
  'survey show': () => import('./survey-show.ts'),
  'survey diff': () => import('./survey-diff.ts'),
  'survey paper': () => import('./survey-paper.ts'),
  'survey publish': () => import('./survey-publish.ts'),
  'wave create': () => import('./wave-create.ts'),
  'wave open': () => import('./wave-open.ts'),
  'wave close': () => import('./wave-close.ts'),
  'wave list': () => import('./wave-list.ts'),
  invite: () => import('./invite.ts'),
  'admindata import': () => import('./admindata-import.ts'),
  'admindata list': () => import('./admindata-list.ts'),
  'admindata undo': () => import('./admindata-undo.ts'),
  'admindata catalogue': () => import('./admindata-catalogue.ts'),
  'user add': () => import('./user-add.ts'),
  'user list': () => import('./user-list.ts'),
  'user reset': () => import('./user-reset.ts'),
  'user disable': () => import('./user-disable.ts'),
  export: () => import('./export.ts'),
}
