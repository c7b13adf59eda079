/** The roles of staff, as people read them. */
export const roles = {
  feldbuero: 'Feldbüro',
  forschung: 'Forschung',
  evaluation: 'Evaluation',
  datenschutz: 'Datenschutz',
  administration: 'Administration',
  landkreis: 'Landkreis',
} as const

export type Role = keyof typeof roles

export const isRole = (text: string): text is Role => Object.hasOwn(roles, text)

const everyRole = Object.keys(roles) as Role[]

/**
 * Who may do what below /intern: said here and nowhere else. A page or command names the right it needs in the
 * configuration of its route; a route that names none keeps the application from starting.
 */
export const rights = {
  /** The own account: password, codes, sessions. */
  'account.own': everyRole,
  /** The waves and how much came in. */
  'wave.read': everyRole,
  /** Where every participant stands, its address and what was said to it. */
  'field.read': ['feldbuero'],
  /** Where the Kommunen and persons of a Kreis stand, in all waves: states, no answers and no addresses. */
  'kreis.read': ['feldbuero', 'landkreis'],
  /** Remind those of a Kreis who have not answered. */
  'kreis.remind': ['feldbuero', 'landkreis'],
  /** The report of a whole Kreis: sums that disclose nobody, with paragraphs of its own between. */
  'kreis.report': ['feldbuero', 'landkreis'],
  /** Note what was said, extend a Frist, send and replace codes, remind. */
  'field.manage': ['feldbuero'],
  /** Look at what one Kommune or person has answered; each look is in the log. */
  'answers.read': ['feldbuero', 'forschung'],
  /** Use another value than the one that was given, and say why. */
  'answers.amend': ['feldbuero'],
  /** Type what came back on paper, and keep its scan. */
  'paper.enter': ['feldbuero'],
  /** Decide what stands on a paper that two people read differently, and submit it. */
  'paper.settle': ['feldbuero'],
  /** Read what people wrote in their own words, give it categories, and propose what may be published of it. */
  'texts.code': ['feldbuero', 'forschung'],
  /** Read such texts in from a file, and take them back. */
  'texts.manage': ['feldbuero', 'forschung'],
  /** Agree to what of it may be published. */
  'texts.release': ['feldbuero'],
  /** Ask those who answered back, and close what is settled. */
  'query.manage': ['feldbuero'],
  /** See how figures of a year stand at every level above persons. */
  'figures.read': ['feldbuero', 'forschung', 'landkreis'],
  /** Give figures of a recipient, and sign for a level. */
  'figures.sign': ['feldbuero', 'landkreis'],
  /** Create, open and close waves. */
  'wave.manage': ['feldbuero'],
  /** Kommunen, Kreise, Verbünde and their addresses. */
  'register.manage': ['feldbuero'],
  /** How persons are qualified, by Kreis, in groups that disclose nobody. */
  'qualification.read': ['feldbuero', 'forschung', 'evaluation'],
  /** Agree to what reaches everybody. */
  'approval.decide': ['feldbuero', 'administration'],
  /** What is known of who runs this site, and what is missing. */
  'operator.read': ['feldbuero', 'administration'],
  /** Download what single Kommunen answered. */
  'answers.export': ['forschung', 'evaluation'],
  /** Take all of a wave away as a package for an archive. */
  'answers.archive': ['forschung'],
  /** The imports of administrative figures. */
  'admindata.read': ['forschung', 'evaluation'],
  /** Read such figures in from a file, and take them back. */
  'admindata.manage': ['forschung'],
  /** What the answers say, in groups that disclose nobody. */
  'panel.read': ['forschung', 'evaluation'],
  /** What the corrections of the office made of totals; without `answers.read`, in groups that disclose nobody. */
  'changes.read': ['feldbuero', 'forschung', 'evaluation'],
  /** Who did what. */
  'audit.read': ['datenschutz', 'administration'],
  /** Find, give out and erase what is kept of a person. */
  'person.manage': ['datenschutz'],
  /** What is kept until when, and the record of processing. */
  'privacy.read': ['datenschutz', 'administration'],
  /** Say what came of offering something to an archive. */
  'privacy.manage': ['datenschutz'],
  /** The accounts of others, and their sessions. */
  'account.manage': ['administration'],
} as const satisfies Record<string, readonly Role[]>

export type Right = keyof typeof rights

export function hasRight(role: Role, right: Right): boolean {
  const holders: readonly Role[] = rights[right]
  return holders.includes(role)
}

/**
 * Whom a right concerns. `units`: those that an account works for, all where its scope says nothing. `everybody`: it reaches all, so
 * an account that works for some has it not, whatever its role. `nobody`: no single unit is seen or changed by it.
 */
export type Reach = 'units' | 'everybody' | 'nobody'

export const reachOf = {
  'account.own': 'nobody',
  'wave.read': 'nobody',
  'field.read': 'units',
  'kreis.read': 'units',
  'kreis.remind': 'units',
  'kreis.report': 'units',
  'field.manage': 'units',
  'answers.read': 'units',
  'answers.amend': 'units',
  'paper.enter': 'units',
  'paper.settle': 'units',
  'texts.code': 'units',
  'texts.manage': 'everybody',
  'texts.release': 'everybody',
  'query.manage': 'units',
  'figures.read': 'units',
  'figures.sign': 'units',
  'wave.manage': 'everybody',
  'register.manage': 'everybody',
  'qualification.read': 'nobody',
  'approval.decide': 'everybody',
  'operator.read': 'nobody',
  'answers.export': 'units',
  'answers.archive': 'everybody',
  'admindata.read': 'nobody',
  'admindata.manage': 'everybody',
  'panel.read': 'nobody',
  'changes.read': 'units',
  'audit.read': 'everybody',
  'person.manage': 'everybody',
  'privacy.read': 'nobody',
  'privacy.manage': 'everybody',
  'account.manage': 'everybody',
} as const satisfies Record<Right, Reach>

/** Who of the staff asks. */
export interface Holder {
  role: Role
  /** It works for some units alone. */
  isScoped: boolean
}

export const mayUse = ({ role, isScoped }: Holder, right: Right): boolean => {
  if (!hasRight(role, right)) return false
  return isScoped ? reachOf[right] !== 'everybody' : !(needsScope(role) && reachOf[right] === 'units')
}

/** Whether a role is for those alone who are named: without a list it works for nobody, not for all. */
export const needsScope = (role: Role): boolean => role === 'landkreis'

/** Whether a role has anything that a scope limits. */
export const takesScope = (role: Role): boolean =>
  (Object.keys(rights) as Right[]).some((right) => hasRight(role, right) && reachOf[right] === 'units')
