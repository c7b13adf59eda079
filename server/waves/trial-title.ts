/** How a trial calls itself wherever its title stands: on every page, paper and receipt. */
export const trialTitle = (title: string): string => `PROBELAUF – ${title}`
