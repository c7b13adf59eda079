/** What a group is called in scripts: those without one have no code. */
export const groupName = (code: string) => code || 'ohne_angabe'
