import { amendAct } from '../amendments/amend-act.ts'
import type { Act } from './act.ts'
import { extendAct } from './extend-act.ts'
import { lettersAnewAct } from './letters-anew-act.ts'
import { openAct } from './open-act.ts'
import { sendMailAct } from './send-mail-act.ts'
import { undoExtensionAct } from './undo-extension-act.ts'

/** What reaches everybody, by the name under which it is stored. A name never changes. */
export const acts = {
  open: openAct,
  extend: extendAct,
  letters_anew: lettersAnewAct,
  send_mail: sendMailAct,
  undo_extension: undoExtensionAct,
  amend: amendAct,
} as const satisfies Record<string, Act>

export type ActName = keyof typeof acts

export const isAct = (name: string): name is ActName => Object.hasOwn(acts, name)
